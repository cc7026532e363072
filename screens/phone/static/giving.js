/* Buttons for dots and ranks, loaded with the first page that has them. Without this file the
   plain fields of the form do. Written for old phones, as phone.js is. */
(function () {
  "use strict";

  function el(id) { return document.getElementById(id); }
  function each(list, act) { Array.prototype.forEach.call(list, act); }
  function make(tag, className, text) {
    var made = document.createElement(tag);
    if (className) { made.className = className; }
    if (text) { made.textContent = text; }
    return made;
  }

  /* Dots: the plain fields stay in the form and hold the truth; buttons move them. */
  function ballot(form) {
    var dots = Number(form.getAttribute("data-dots")), most = Number(form.getAttribute("data-most")), rows = [];
    function count(field) { return field.type === "checkbox" ? Number(field.checked) : Number(field.value); }
    function set(field, n) { if (field.type === "checkbox") { field.checked = n > 0; } else { field.value = String(n); } }
    function left() { return rows.reduce(function (sum, r) { return sum - count(r.field); }, dots); }
    function say(n, pressed) {
      var text = n === 1 ? form.getAttribute("data-left-one") : form.getAttribute("data-left").replace("{n}", n);
      if (n < 1) { text = form.getAttribute(pressed ? "data-none-press" : "data-none"); } else if (pressed) { text = form.getAttribute("data-full"); }
      if (el("left").textContent !== text) { el("left").textContent = text; }
    }
    function draw(pressed) {
      var rest = left();
      say(rest, pressed);
      rows.forEach(function (r) {
        var n = count(r.field), one = most === 1, down = one ? r.plus : r.minus;
        r.given.hidden = n === 0;
        r.given.textContent = n === 0 ? "" : new Array(n + 1).join("●") + " " + (n === 1 ? form.getAttribute("data-mine-one") : form.getAttribute("data-mine").replace("{n}", n));
        if (one) {
          r.plus.textContent = n ? "−" : "+";
          r.plus.setAttribute("aria-label", r.row.getAttribute(n ? "data-take" : "data-give"));
        } else {
          r.minus.setAttribute("aria-disabled", String(n === 0));
        }
        if (!one || n === 0) { r.plus.setAttribute("aria-disabled", String(rest < 1 || n >= most)); } else { down.setAttribute("aria-disabled", "false"); }
      });
    }
    function move(r, by) {
      var n = count(r.field), step = most === 1 && n ? -1 : by;
      if (step > 0 && (left() < 1 || n >= most)) { draw(true); return; }
      set(r.field, Math.max(0, n + step));
      draw(false);
    }
    function button(r, sign, by, label) {
      var made = make("button", "", sign);
      made.type = "button";
      made.setAttribute("aria-label", label);
      made.addEventListener("click", function () { move(r, by); });
      return made;
    }
    each(form.querySelectorAll(".target"), function (row) {
      var plain = row.querySelector(".plain"), steps = make("span", "steps");
      var r = { row: row, field: plain.querySelector("input, select"), given: row.querySelector(".given") };
      r.plus = button(r, "+", 1, row.getAttribute("data-give"));
      if (most > 1) {
        r.minus = button(r, "−", -1, row.getAttribute("data-take"));
        steps.appendChild(r.minus);
      }
      steps.appendChild(r.plus);
      row.appendChild(steps);
      plain.hidden = true;
      r.field.addEventListener("change", function () {
        if (left() < 0) { set(r.field, Math.max(0, count(r.field) + left())); draw(true); } else { draw(false); }
      });
      rows.push(r);
    });
    if (el("picks-error")) { rows[0].plus.setAttribute("autofocus", ""); }
    draw(false);
  }

  /* A ranking: the plain choosers stay in the form and hold the truth; buttons move the rows. */
  function ranking(list) {
    var rows = Array.prototype.slice.call(list.querySelectorAll("li"));
    function number() {
      rows.forEach(function (r, i) {
        r.querySelector("select").value = String(i + 1);
        r.place.textContent = i + 1;
        r.up.setAttribute("aria-disabled", String(i === 0));
        r.down.setAttribute("aria-disabled", String(i === rows.length - 1));
      });
    }
    function move(r, by, pressed) {
      var from = rows.indexOf(r), to = from + by;
      if (to < 0 || to >= rows.length) { return; }
      rows.splice(to, 0, rows.splice(from, 1)[0]);
      list.insertBefore(by < 0 ? r : rows[from], by < 0 ? rows[from] : r);
      number();
      pressed.focus();
      el("moved").textContent = list.getAttribute("data-now").replace("{n}", to + 1).replace("{what}", function () { return r.getAttribute("data-what"); });
    }
    function button(r, sign, by, label) {
      var made = make("button", "", sign);
      made.type = "button";
      made.setAttribute("aria-label", label);
      made.addEventListener("click", function () { move(r, by, made); });
      return made;
    }
    rows.forEach(function (r) {
      var steps = make("span", "steps"), plain = r.querySelector(".plain");
      r.place = make("span", "no");
      r.insertBefore(r.place, r.firstChild);
      r.up = steps.appendChild(button(r, "↑", -1, r.getAttribute("data-up")));
      r.down = steps.appendChild(button(r, "↓", 1, r.getAttribute("data-down")));
      r.appendChild(steps);
      plain.hidden = true;
    });
    if (document.querySelector("#answer .error") && rows[0]) { rows[0].down.setAttribute("autofocus", ""); }
    number();
  }

  window.medspillGive = function () {
    if (el("ranks")) { ranking(el("ranks")); }
    if (el("ballot")) { ballot(el("ballot")); }
  };
}());
