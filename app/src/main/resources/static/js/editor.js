// The editor's conveniences; everything works without them. Ctrl+S saves, Alt+arrow moves the step one stands in, n goes to the next
// finding, and the drawing beside the form follows what is typed.
(function () {
  'use strict';
  var form = document.querySelector('form[data-editor]');
  var at = -1;
  document.addEventListener('keydown', function (e) {
    if (form && (e.ctrlKey || e.metaKey) && e.key === 's') {
      e.preventDefault();
      var save = form.querySelector('[data-save]');
      form.requestSubmit(save || undefined);
      return;
    }
    var here = document.activeElement;
    if (e.altKey && (e.key === 'ArrowUp' || e.key === 'ArrowDown') && here) {
      var item = here.closest('[data-step], .item');
      var button = item && item.querySelector('[data-move="' + (e.key === 'ArrowUp' ? 'up' : 'down') + '"]');
      if (button && !button.disabled) {
        e.preventDefault();
        button.click();
      }
      return;
    }
    var typing = here && /^(INPUT|TEXTAREA|SELECT)$/.test(here.tagName);
    if (e.key === 'n' && !typing && !e.ctrlKey && !e.altKey && !e.metaKey) {
      var all = document.querySelectorAll('[data-finding]');
      if (all.length) {
        at = (at + 1) % all.length;
        all[at].focus();
      }
    }
  });
  var look = document.getElementById('look');
  var address = form && form.getAttribute('data-look');
  if (!form || !look || !address) {
    return;
  }
  var timer = 0;
  var asked = 0;
  form.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(function () {
      var mine = ++asked;
      fetch(address, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin' })
        .then(function (answer) { return answer.ok ? answer.text() : ''; })
        .then(function (html) {
          if (!html || mine !== asked) {
            return;
          }
          var fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('look');
          if (fresh) {
            look.replaceChildren.apply(look, Array.from(fresh.childNodes).map(function (n) { return document.importNode(n, true); }));
          }
        })
        .catch(function () { /* Offline: the button still saves. */ });
    }, 600);
  });
})();
