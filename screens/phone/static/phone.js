/* The page works without this file. With it the page follows the meeting, keeps what
   is half written, and sends again by itself what did not come through. Written for old
   phones and an insecure origin: no syntax or feature that those lack. */
(function () {
  "use strict";
  if (!window.fetch || !window.DOMParser || !window.URLSearchParams || !window.FormData) { return; }

  var BOX = "medspill.outbox", DRAFT = "medspill.draft.";
  var QUIET = 25000, DEAF = 2, TRY_AGAIN = 60000;
  var CROWD = 100, EACH = 3;
  var EVERY = 4000, JITTER = 1000, PATIENCE = 12000, LONGEST = 30000;
  var memory = {}, safe = true;
  var sending = false, polling = false, pause = 0, missed = 0, noticed = "", seen = "";
  var pollTimer, retryTimer, quietTimer, stream = null, deaf = 0, chosen = false, giving = null;
  var latest = null, crowd = 0, moving = 0, fresh = true;

  function el(id) { return document.getElementById(id); }
  function data(node, name) { return node.getAttribute("data-" + name); }
  function mark(name) { return data(el("page"), name) || ""; }
  function words(name) { return data(el("words"), name); }
  function each(list, act) { Array.prototype.forEach.call(list, act); }
  function on(what, name, act) { what.addEventListener(name, act); }
  function look() { el("status").focus({ preventScroll: true }); }
  function all(query) { return document.querySelectorAll(query); }

  /* What is kept on the phone; in memory where the phone will not. */
  function read(key) {
    if (key in memory) { return memory[key]; }
    try { return localStorage.getItem(key); } catch (e) { safe = false; return null; }
  }
  function write(key, value) {
    try {
      if (value === null) { localStorage.removeItem(key); } else { localStorage.setItem(key, value); }
      delete memory[key];
    } catch (e) { safe = false; memory[key] = value; }
  }
  function outbox() {
    try { return JSON.parse(read(BOX) || "[]"); } catch (e) { return []; }
  }
  function put(item) {
    var others = outbox().filter(function (o) { return o.id !== item.id && !(item.only && o.only === item.only); });
    write(BOX, JSON.stringify(others.concat([item])));
  }
  function drop(id) {
    write(BOX, JSON.stringify(outbox().filter(function (o) { return o.id !== id; })));
  }
  function freshId() {
    var bytes = new Uint8Array(16), id = "";
    crypto.getRandomValues(bytes);
    each(bytes, function (b) { id += ("0" + b.toString(16)).slice(-2); });
    return id;
  }

  function make(tag, className, text) {
    var made = document.createElement(tag);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }
  function add(to, tag, className, text) { return to.appendChild(make(tag, className, text)); }
  function tell(kind, title, text, onward) {
    var box = make("div", "box " + kind), link;
    add(add(box, "p"), "strong", "", title);
    if (text) { add(box, "p", "", text); }
    if (onward) {
      link = make("a", "touch", words("go-on"));
      link.href = mark("home");
      add(box, "p").appendChild(link);
    }
    el("status").textContent = "";
    el("status").appendChild(box);
  }

  function serial(form) { return new URLSearchParams(new FormData(form)).toString(); }
  function dirty() {
    var found = false;
    each(all("textarea:not([data-own])"), function (t) {
      if (t.value.trim() !== (data(t, "original") || "").trim()) { found = true; }
    });
    each(all("form"), function (f) {
      if ((!f.querySelector("textarea") || f.getAttribute("id") === "tell") && f.asRendered !== undefined && serial(f) !== f.asRendered) { found = true; }
    });
    return found;
  }

  function ask(path, options) {
    var stop = window.AbortController ? new AbortController() : null, timer;
    if (stop) {
      options.signal = stop.signal;
      timer = setTimeout(function () { stop.abort(); }, PATIENCE);
    }
    options.credentials = "same-origin";
    return fetch(path, options).then(function (r) { clearTimeout(timer); return r; }, function (e) { clearTimeout(timer); throw e; });
  }
  function page(answer) {
    if (answer.status === 429 || answer.status >= 500) {
      throw { after: Number(answer.headers.get("Retry-After")) || 0 };
    }
    return answer.text().then(function (html) {
      var doc = new DOMParser().parseFromString(html, "text/html");
      /* A captive portal may answer in the hall's place. */
      if (!doc.getElementById("page") || !doc.getElementById("words")) { throw {}; }
      return { ok: answer.ok, doc: doc, url: answer.url };
    });
  }
  function post(item) {
    return ask(item.path, {
      method: "POST", body: item.body, keepalive: true,
      headers: { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8", "Accept": "text/html" }
    }).then(page);
  }

  function swap(id, doc) {
    el(id).parentNode.replaceChild(document.importNode(doc.getElementById(id), true), el(id));
  }
  function fill(id, doc) {
    /* The live region itself stays, so that what is new in it is read aloud. */
    el(id).innerHTML = "";
    each(doc.getElementById(id).childNodes, function (n) { el(id).appendChild(document.importNode(n, true)); });
  }
  function translated(doc) {
    /* The language was chosen in another tab. */
    var root = document.documentElement, lang = doc.documentElement.lang;
    if (root.lang !== lang) { root.lang = lang; swap("words", doc); }
    if (el("foot").innerHTML !== doc.getElementById("foot").innerHTML) { swap("foot", doc); }
  }
  function show(got, sent) {
    var was = mark("face") + mark("turn"), next = got.doc.getElementById("page"), held = document.activeElement, hurt;
    document.title = got.doc.title;
    translated(got.doc);
    swap("head", got.doc);
    fill("status", got.doc);
    swap("face", got.doc);
    swap("mine", got.doc);
    each(next.attributes, function (a) { el("page").setAttribute(a.name, a.value); });
    if (got.ok && history.replaceState) { history.replaceState(null, "", mark("home")); }
    ready();
    hurt = el("face").querySelector("[autofocus]");
    if (hurt) {
      hurt.focus();
    } else if (sent) {
      scrollTo(0, 0);
      if (el("status").querySelector(".box")) { look(); }
    } else if (was !== mark("face") + mark("turn")) {
      scrollTo(0, 0);
      el("heard").textContent = document.title;
      if (held && held !== document.body && !document.contains(held)) { head(); }
    }
  }
  function head() {
    /* What had the focus is gone: go on from the top of what came instead. */
    var first = el("face").querySelector("h1");
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
  }
  function refresh() {
    return ask(mark("home"), { headers: { "Accept": "text/html" }, cache: "no-store" }).then(page).then(function (got) {
      if (!dirty()) { show(got, false); }
    }, function () { return null; });
  }

  /* Sending: first into the outbox, then over the air, until there is an answer. */
  function formOf(item) {
    var found = null;
    each(all("form"), function (f) { if (f.elements.id && f.elements.id.value === item.id) { found = f; } });
    return found;
  }
  function busy(form, is) {
    var button = form && form.querySelector("button.main");
    if (button) { button.setAttribute("aria-disabled", is); }
  }
  function renew(form) {
    /* What is on its way under this id stays as it is; what was written since then is another. */
    var id = form.elements.id.value, now = serial(form);
    if (outbox().some(function (o) { return o.id === id && o.body !== now; })) { form.elements.id.value = freshId(); }
  }
  function submit(event) {
    var form = event.target, area, item;
    /* Another language is another page; what is filled in goes along. */
    if (form.method !== "post" || event.defaultPrevented || chosen || form.getAttribute("id") === "tongue") { return; }
    event.preventDefault();
    area = form.querySelector("textarea");
    renew(form);
    item = { id: form.elements.id.value, path: form.getAttribute("action"), body: serial(form), text: area ? area.value : "" };
    if (el("ballot") === form) { item.only = form.elements.vote.value; }
    if (el("answer") === form) { item.only = form.elements.poll.value; }
    if (area ? area.value.trim() : item.only) {
      put(item);
      if (area) { write(DRAFT + data(area, "draft"), null); }
      clearTimeout(retryTimer);
      busy(form, true);
      flush();
    } else if (!form.atWork) {
      form.atWork = true;
      busy(form, true);
      post(item).then(function (got) { show(got, true); }, function () {
        form.atWork = false;
        busy(form, false);
        tell("warn", words("not-sent"), words("not-sent-text"));
      });
    }
  }
  function flush() {
    var item = outbox().filter(function (o) { return !o.refused; })[0];
    if (sending || !item) { return; }
    sending = true;
    post(item).then(function (got) {
      sending = false;
      pause = 0;
      settle(item, got);
      flush();
    }, function (why) {
      sending = false;
      outbox().forEach(hold);
      pause = Math.min(Math.max(pause * 2, 2000), LONGEST);
      clearTimeout(retryTimer);
      retryTimer = setTimeout(flush, Math.max(pause, (why && why.after || 0) * 1000) + Math.random() * JITTER);
    });
  }
  function settle(item, got) {
    var form = formOf(item), area = form && form.querySelector("textarea");
    if (form && serial(form) !== item.body) {
      /* Somebody has gone on writing, or moved a dot, while the answer was on its way. */
      form.elements.id.value = freshId();
      busy(form, false);
      form = area = null;
    }
    var strange = data(got.doc.getElementById("page"), "face") === "message";
    if (got.ok || form) { drop(item.id); } else { put({ id: item.id, text: item.text, ballot: !!item.only, refused: true }); }
    if (strange) {
      /* A page without a form: what was written stays where it is. */
      if (area) { write(DRAFT + data(area, "draft"), area.value); }
      busy(form, false);
      tell("err", got.doc.querySelector("h1").textContent, got.doc.querySelector("#face p").textContent);
      paint();
      el("status").focus();
      return;
    }
    if (area) { area.value = data(area, "original") || ""; }
    if (form || (got.ok && !dirty())) {
      show(got, !!form);
    } else {
      fill("status", got.doc);
      if (got.ok) { swap("mine", got.doc); }
      paint();
    }
  }
  function hold(item) {
    /* The text is safe in the outbox, so its form is free for the next one. */
    var form = formOf(item), area = form && form.querySelector("textarea"), same;
    if (!form) { return; }
    busy(form, false);
    same = serial(form) === item.body;
    form.elements.id.value = freshId();
    if (same && area && item.path === "/note") { area.value = ""; }
    if (same && area) { area.setAttribute("data-original", area.value); }
    if (same && !area) { form.asRendered = serial(form); }
    if (safe) {
      tell("warn", words("saved"), words(area ? "saved-text" : "saved-ballot"));
    } else {
      tell("warn", words("unsafe"), words("unsafe-text"));
    }
    paint();
    scrollTo(0, 0);
    look();
  }
  function quoted(text) {
    var row = make("li"), said = make("p", "said", words("quote").replace("{text}", function () { return text; }));
    said.setAttribute("dir", "auto");
    said.setAttribute("lang", "");
    row.appendChild(said);
    return row;
  }
  function removing(row, act) {
    var remove = make("button", "touch", words("remove"));
    remove.type = "button";
    on(remove, "click", function () { act(); paint(); look(); });
    row.lastChild.appendChild(remove);
  }
  function paint() {
    var box = el("waiting"), list = make("ul", "notes"), begun = drafts();
    box.textContent = "";
    outbox().forEach(function (item) {
      var row;
      if (formOf(item)) { return; }
      row = item.only || item.ballot ? make("li", "", words("waiting-ballot")) : quoted(item.text);
      if (item.refused) {
        add(row, "p", "error", words("not-taken"));
        removing(row, function () { drop(item.id); });
      }
      list.appendChild(row);
    });
    box.hidden = !list.firstChild && !begun.length && !alone().length;
    if (list.firstChild) { add(box, "h2", "", words("waiting")); }
    box.appendChild(list);
    mine(box);
    if (!begun.length) { return; }
    /* The meeting has gone on, or the phone has slept, while somebody wrote. */
    add(box, "h2", "", words("unsafe"));
    list = add(box, "ul", "notes");
    begun.forEach(function (what) {
      var name = DRAFT + mark("case") + "." + what, row = quoted(read(name)), link;
      add(row, "p");
      if ((" " + mark("late") + " ").indexOf(" " + what + " ") >= 0) {
        link = make("a", "touch", words("finish"));
        link.href = mark("home") + (mark("home") === "/" ? "?" : "&") + "write=" + what;
        row.lastChild.appendChild(link);
      }
      removing(row, function () { write(name, null); });
      list.appendChild(row);
    });
  }
  /* What was written for oneself, a thought a line: it is sent only as part of a note. */
  function alone() {
    if (!mark("case") || /^(join|wonder)$/.test(mark("face"))) { return []; }
    return (read(DRAFT + mark("case") + ".wonder") || "").split("\n").filter(function (line) { return line.trim(); });
  }
  function spare(at) {
    var rest = alone().filter(function (line, n) { return n !== at; });
    write(DRAFT + mark("case") + ".wonder", rest.length ? rest.join("\n") : null);
  }
  function mine(box) {
    var lines = alone(), list = make("ul", "notes"), area = document.querySelector("#note textarea");
    if (!lines.length) { return; }
    add(box, "h2", "", words("own"));
    add(box, "p", "help", words("own-text"));
    lines.forEach(function (line, at) {
      var row = quoted(line), take = make("button", "touch", words("take"));
      add(row, "p");
      take.type = "button";
      on(take, "click", function () {
        area.value = (area.value.trim() ? area.value + "\n" : "") + line;
        write(DRAFT + data(area, "draft"), area.value);
        spare(at);
        paint();
        area.focus();
      });
      if (area) { row.lastChild.appendChild(take); }
      removing(row, function () { spare(at); });
      list.appendChild(row);
    });
    box.appendChild(list);
  }
  function drafts() {
    return ["need", "idea", "objection", "actor", "offer"].filter(function (what) {
      var name = mark("case") + "." + what;
      return mark("case") && mark("face") !== "join" && !document.querySelector('[data-draft="' + name + '"]') && (read(DRAFT + name) || "").trim();
    });
  }

  /* Following: a small picture that all phones share tells when something has turned. It comes
     as a stream while the page is looked at, and by asking again and again where that fails. */
  function deafen() {
    if (stream) { stream.close(); }
    stream = null;
    clearTimeout(quietTimer);
  }
  function listen() {
    if (stream || document.hidden || deaf >= DEAF || !window.EventSource || !mark("live") || !/^(join|wait|wonder|write|vote|poll|edit|offer|tell)$/.test(mark("face"))) { return; }
    stream = new EventSource(mark("live").replace("/live", "/follow"));
    stream.onmessage = function (event) {
      deaf = 0;
      clearTimeout(pollTimer);
      quiet();
      heard(JSON.parse(event.data));
    };
    stream.onerror = unheard;
    quiet();
  }
  function quiet() {
    clearTimeout(quietTimer);
    quietTimer = setTimeout(unheard, QUIET);
  }
  function unheard() {
    deafen();
    deaf += 1;
    if (deaf === DEAF) { setTimeout(function () { deaf = 0; listen(); }, TRY_AGAIN); }
    clearTimeout(pollTimer);
    pollTimer = setTimeout(poll, Math.random() * JITTER);
  }
  function heard(frame) {
    if (missed > 2 && seen === "lost") { el("status").textContent = ""; }
    missed = 0;
    seen = "";
    if (outbox().length) { flush(); }
    latest = frame;
    crowd = frame.phones || crowd;
    follow(frame);
    fresh = false;
  }
  function poll() {
    clearTimeout(pollTimer);
    if (stream && stream.readyState === 1) { return; }
    pollTimer = setTimeout(poll, EVERY + Math.random() * JITTER);
    if (document.hidden || polling || !mark("live")) { return; }
    polling = true;
    ask(mark("live"), { headers: { "Accept": "application/json" }, cache: "no-cache" }).then(function (answer) {
      if (answer.status === 404) { return { turn: "" }; }
      if (!answer.ok) { throw answer; }
      return answer.json();
    }).then(function (frame) {
      polling = false;
      heard(frame);
      listen();
    }, function () {
      polling = false;
      missed += 1;
      if (missed === 3 && !outbox().length) {
        seen = "lost";
        tell("warn", words("lost"), words("lost-text"));
      }
    });
  }
  function still(frame) {
    var kinds = { question: "objection", needs: "need", ideas: "idea", missing: "actor", offers: "offer" };
    if (mark("face") === "poll") { return frame.poll === mark("poll"); }
    return mark("face") === "vote" ? frame.vote === mark("vote") : kinds[frame.block] === mark("writes");
  }
  /* A turn of the meeting turns every page. In a large hall each phone waits a while of its own,
     so that the hall draws one page after the other and takes in what is sent meanwhile; who has
     just looked up does not wait. */
  function follow(frame, due) {
    var face = mark("face"), moves = /^(wait|wonder|write|vote|poll|none|after)$/.test(face);
    countdown(frame);
    if (frame.turn === mark("turn")) { return; }
    if (!dirty() && !sending && (moves || (!frame.turn && face !== "message"))) {
      if (due) {
        moving = 1;
        refresh().then(function () {
          moving = 0;
          if (latest !== frame) { follow(latest); }
        });
      } else if (!moving) {
        moving = setTimeout(function () {
          moving = 0;
          follow(latest, 1);
        }, fresh ? 0 : Math.random() * EACH * Math.max(0, crowd - CROWD));
      }
      return;
    }
    if (!frame.turn && noticed !== "over" && dirty()) {
      noticed = "over";
      tell("info", words("over"), all("textarea").length ? words("over-text") : "", true);
    }
    if (noticed === frame.turn || !frame.turn || !/^(write|vote|poll|edit|offer|tell)$/.test(face)) { return; }
    if (/^(write|vote|poll)$/.test(face) && still(frame)) { return; }
    noticed = frame.turn;
    if (face === "vote" || face === "poll") {
      tell("warn", words(face === "vote" ? "closed" : "closed-poll"), "", true);
    } else {
      tell("info", words("behind").replace("{n}", frame.station), words("at-" + frame.block) || "", true);
    }
  }
  function countdown(frame) {
    var line = el("pause"), minutes = Math.round(frame.left / 60), say;
    if (!line || frame.block !== "pause") { return; }
    if (frame.paused) { say = "soon"; } else if (frame.left <= 0) { say = "now"; } else if (frame.left < 60) { say = "less"; } else { say = minutes === 1 ? "one" : "many"; }
    say = data(line, say).replace("{n}", minutes);
    if (line.textContent !== say) { line.textContent = say; }
  }

  /* The buttons for dots and ranks come when they are first needed; until then the plain fields do. */
  function give() {
    if (!el("ballot") && !el("ranks")) { return; }
    if (window.medspillGive) { window.medspillGive(); return; }
    if (giving) { return; }
    giving = make("script");
    giving.src = words("giving");
    giving.onload = function () {
      var was = dirty();
      give();
      if (!was) { measure(); }
    };
    giving.onerror = function () { giving = null; };
    document.body.appendChild(giving);
  }
  function measure() {
    each(all("form"), function (f) { f.asRendered = mark("held") && f.getAttribute("id") === mark("held") ? "" : serial(f); });
  }

  function ready() {
    give();
    measure();
    if (el("alone")) {
      el("alone").hidden = false;
      el("paper").hidden = true;
    }
    each(all("textarea[data-draft]"), function (t) {
      var name = DRAFT + data(t, "draft"), draft = read(name);
      if (t.value.trim() !== (data(t, "original") || "").trim()) { write(name, t.value); } else if (draft) { t.value = draft; }
    });
    paint();
  }
  function wake() {
    if (document.hidden) { deafen(); return; }
    clearTimeout(retryTimer);
    deaf = 0;
    fresh = true;
    flush();
    poll();
  }

  function hello() { ask("/hello", { method: "POST" }).then(null, function () { return null; }); }

  on(document, "submit", submit);
  on(document, "click", function (event) {
    /* Older phones do not tell which button sent a form. */
    chosen = !!(event.target.hasAttribute && event.target.hasAttribute("formaction"));
    if (chosen) { setTimeout(function () { chosen = false; }, 0); }
  });
  on(document, "input", function (event) {
    var name = data(event.target, "draft");
    if (name) { write(DRAFT + name, event.target.value.trim() ? event.target.value : null); }
  });
  on(document, "visibilitychange", wake);
  on(window, "online", wake);
  on(window, "pageshow", function (event) { if (event.persisted) { wake(); } });
  ready();
  if (location.pathname === "/language" && history.replaceState) { history.replaceState(null, "", mark("home")); }
  flush();
  /* «Sjekk rommet» wants to know that a phone can send, and that it comes back, before anybody
     has anything to say. */
  hello();
  setTimeout(hello, 5000);
  /* Soon, since Back may have brought an old page. */
  pollTimer = setTimeout(poll, Math.random() * JITTER);
}());
