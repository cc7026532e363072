/* Emulates a power cut: beside each database and log lies a shadow ".synced" that holds only what
   has been synced. Whoever kills the process and opens the shadows sees what a disk would have
   kept that loses everything in its caches. Loaded with LD_PRELOAD; Linux only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST 4096

struct change { off_t at; size_t size; char *bytes; struct change *next; };
static struct change *first[MOST], *last[MOST];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int named(int fd, char *path, size_t size) {
    char link[64];
    ssize_t n;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    n = readlink(link, path, size - 16);
    if (n <= 0) return 0;
    path[n] = 0;
    return strstr(path, ".db") != NULL && strstr(path, "-shm") == NULL && path[0] == '/';
}

static void later(int fd, off_t at, const void *bytes, size_t size) {
    struct change *c = malloc(sizeof *c);
    c->at = at; c->size = size; c->next = NULL; c->bytes = NULL;
    if (bytes) { c->bytes = malloc(size ? size : 1); memcpy(c->bytes, bytes, size); }
    if (last[fd]) last[fd]->next = c; else first[fd] = c;
    last[fd] = c;
}

static void land(int fd, const char *path) {
    ssize_t (*real)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, "pwrite64");
    int (*cut)(int, off_t) = dlsym(RTLD_NEXT, "ftruncate64");
    char shadow[4200];
    int out;
    snprintf(shadow, sizeof shadow, "%s.synced", path);
    out = open(shadow, O_RDWR | O_CREAT, 0600);
    for (struct change *c = first[fd], *next; c; c = next) {
        next = c->next;
        if (c->bytes) { if (real(out, c->bytes, c->size, c->at) < 0) abort(); }
        else if (cut(out, c->at)) abort();
        free(c->bytes); free(c);
    }
    first[fd] = last[fd] = NULL;
    close(out);
}

static ssize_t written(const char *name, int fd, const void *bytes, size_t size, off_t at) {
    ssize_t (*real)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, name);
    ssize_t done = real(fd, bytes, size, at);
    char path[4096];
    if (done > 0 && fd < MOST && named(fd, path, sizeof path)) {
        pthread_mutex_lock(&lock);
        later(fd, at, bytes, (size_t)done);
        pthread_mutex_unlock(&lock);
    }
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return written("pwrite", fd, bytes, size, at); }
ssize_t pwrite64(int fd, const void *bytes, size_t size, off_t at) { return written("pwrite64", fd, bytes, size, at); }

static int shortened(const char *name, int fd, off_t size) {
    int (*real)(int, off_t) = dlsym(RTLD_NEXT, name);
    int done = real(fd, size);
    char path[4096];
    if (done == 0 && fd < MOST && named(fd, path, sizeof path)) {
        pthread_mutex_lock(&lock);
        later(fd, size, NULL, 0);
        pthread_mutex_unlock(&lock);
    }
    return done;
}

int ftruncate(int fd, off_t size) { return shortened("ftruncate", fd, size); }
int ftruncate64(int fd, off_t size) { return shortened("ftruncate64", fd, size); }

static int synced(const char *name, int fd) {
    int (*real)(int) = dlsym(RTLD_NEXT, name);
    int done = real(fd);
    char path[4096];
    if (done == 0 && fd < MOST && named(fd, path, sizeof path)) {
        pthread_mutex_lock(&lock);
        land(fd, path);
        pthread_mutex_unlock(&lock);
    }
    return done;
}

int fsync(int fd) { return synced("fsync", fd); }
int fdatasync(int fd) { return synced("fdatasync", fd); }
