"use strict";
(function () {
  var wall = document.getElementById("wall");
  var lost = document.getElementById("lost");
  var left = wall.dataset.left === "" ? null : Number(wall.dataset.left);
  var paused = wall.dataset.paused === "1";
  var since = performance.now();
  var gone = null;

  function two(n) { return (n < 10 ? "0" : "") + n; }

  function clock(seconds) {
    var whole = Math.abs(Math.ceil(seconds));
    return (seconds <= -1 ? "+" : "") + two(Math.floor(whole / 60)) + ":" + two(whole % 60);
  }

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function tick() {
    var now = new Date();
    var seconds = left === null ? null : left - (paused ? 0 : (performance.now() - since) / 1000);
    each("[data-time]", function (e) { e.textContent = two(now.getHours()) + ":" + two(now.getMinutes()); });
    if (seconds !== null) {
      var end = new Date(now.getTime() + seconds * 1000);
      each("[data-clock]", function (e) { e.textContent = clock(seconds); });
      each("[data-end]", function (e) { e.textContent = two(end.getHours()) + ":" + two(end.getMinutes()); });
      each("[data-left-word]", function (e) {
        e.textContent = seconds <= -1 ? e.dataset.overWord : e.dataset.leftWord;
      });
    }
    if (gone !== null) {
      var away = Math.floor((performance.now() - gone) / 1000);
      lost.textContent = lost.dataset.words + " " + Math.floor(away / 60) + ":" + two(away % 60);
      lost.hidden = away < 2;
    }
  }

  function show(picture) {
    // The fragment comes from the hall, which has escaped every word that people wrote.
    wall.innerHTML = picture.html;
    left = picture.left;
    paused = picture.paused;
    since = performance.now();
    tick();
  }

  function follow() {
    var stream = new EventSource("live");
    stream.addEventListener("picture", function (event) { show(JSON.parse(event.data)); });
    stream.onopen = function () { gone = null; lost.hidden = true; };
    stream.onerror = function () {
      if (gone === null) { gone = performance.now(); }
      if (stream.readyState === EventSource.CLOSED) { setTimeout(follow, 1000); }
    };
  }

  tick();
  setInterval(tick, 500);
  follow();
}());
