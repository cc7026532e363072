"use strict";

const picture = document.getElementById("picture");
const lost = document.getElementById("lost");
const time = document.getElementById("time");
const SMALLEST = 11;
const SILENCE = 12000;
const AGAIN = 1000;

// The hall tells seconds left; the page counts them down by a clock that nobody can set.
let left = picture.dataset.left === "" ? null : Number(picture.dataset.left);
let paused = picture.dataset.paused === "yes";
let told = performance.now();
let heard = performance.now();
let lostSince = null;

const two = (n) => String(n).padStart(2, "0");
const put = (element, text) => {
  if (element && element.textContent !== text) element.textContent = text;
};

function seconds() {
  if (left === null || paused) return left;
  return Math.round(left - (performance.now() - told) / 1000);
}

// Two quiet steps near the end, as the hall counts them; nothing blinks.
function nearing(n, clock) {
  if (paused || n < 0) return "left";
  return n <= Number(clock.dataset.last) ? "last" : n <= Number(clock.dataset.soon) ? "soon" : "left";
}

function tick() {
  const now = new Date();
  put(time, `${two(now.getHours())}:${two(now.getMinutes())}`);
  const n = seconds();
  if (n !== null) {
    const whole = Math.abs(n);
    const sign = n < 0 ? "+" : "";
    put(picture.querySelector("[data-clock]"), `${sign}${two(Math.floor(whole / 60))}:${two(whole % 60)}`);
    const word = picture.querySelector(".word[data-left]");
    if (word) {
      const step = nearing(n, word.closest(".clock"));
      word.classList.toggle("soon", step === "soon");
      word.classList.toggle("last", step === "last");
      put(word, paused ? word.dataset.paused : n < 0 ? word.dataset.over : word.dataset[step]);
    }
    const again = picture.querySelector("[data-again]");
    if (again) {
      const minutes = Math.ceil(n / 60);
      const running = minutes > 0 ? again.dataset.again.replace("{n}", minutes) : again.dataset.now;
      const step = nearing(n, again);
      again.classList.toggle("soon", step === "soon");
      again.classList.toggle("last", step === "last");
      put(again, paused ? again.dataset.paused : running);
    }
  }
  if (lostSince === null && performance.now() - heard > SILENCE) lose();
  lost.hidden = lostSince === null;
  if (lostSince !== null) {
    const gone = Math.floor((performance.now() - lostSince) / 1000);
    put(lost, lost.dataset.say.replace("{time}", `${Math.floor(gone / 60)}:${two(gone % 60)}`));
  }
}

// What does not fit becomes smaller, and the oldest notes give way; words are never cut.
function fit() {
  const middle = picture.querySelector(".middle");
  if (!middle) return;
  const sized = [...middle.querySelectorAll("[data-size]")];
  const notes = [...middle.querySelectorAll("[data-drop]")];
  for (const element of sized) {
    element.dataset.from ??= element.dataset.size;
    element.dataset.size = element.dataset.from;
  }
  for (const note of notes) note.hidden = false;
  const wide = (e) => e.clientWidth > 0 && e.scrollWidth > e.clientWidth + 1;
  const tight = (e) => wide(e) || [...e.querySelectorAll("div, p, h2, li, span, b")].some(wide);
  const high = () => middle.scrollHeight > middle.clientHeight + 1;
  const over = () => high() || wide(middle) || sized.some(tight);
  while (high() && notes.length > 1) notes.pop().hidden = true;
  while (over()) {
    // Too high is everybody's matter; a line that is too wide is its own.
    const may = high() || !sized.some(tight) ? sized : sized.filter(tight);
    const largest = may.filter((e) => Number(e.dataset.size) < SMALLEST)
      .sort((a, b) => a.dataset.size - b.dataset.size)[0];
    if (!largest) return;
    largest.dataset.size = Number(largest.dataset.size) + 1;
  }
}

function count(said) {
  left = said.left;
  paused = said.paused;
  told = heard = performance.now();
  lostSince = null;
}

let stream = null;

function connect() {
  stream = new EventSource("live");
  stream.addEventListener("picture", (event) => {
    const said = JSON.parse(event.data);
    // What the page itself says comes with the page.
    if (said.language !== document.documentElement.lang) location.reload();
    count(said);
    picture.innerHTML = said.html;
    tick();
    fit();
  });
  stream.addEventListener("beat", (event) => {
    count(JSON.parse(event.data));
    tick();
  });
  stream.onerror = lose;
}

// The last picture stays while the page tries to find the hall again.
function lose() {
  stream.close();
  if (lostSince === null) lostSince = performance.now();
  heard = performance.now();
  setTimeout(connect, AGAIN);
  tick();
}

// A screen that goes dark shows nothing; where it cannot be kept awake, it is as before.
function stayAwake() {
  if (navigator.wakeLock && document.visibilityState === "visible") {
    navigator.wakeLock.request("screen").catch((reason) => console.debug(reason.name));
  }
}

document.addEventListener("visibilitychange", stayAwake);
window.addEventListener("resize", fit);
setInterval(tick, 250);
stayAwake();
tick();
fit();
connect();
