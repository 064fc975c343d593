/* 规矩 · 核验页 / The page /verify: checks a receipt or a code in this browser; without this script the form goes to the server. */
'use strict';
(() => {
  const form = document.getElementById('verify');
  const verdict = document.getElementById('verdict');
  const policy = document.getElementById('guiju-policy').textContent;
  const show = words => {
    verdict.hidden = false;
    GuijuWords.show(verdict, words);
    verdict.scrollIntoView({block: 'nearest'});
  };
  async function check() {
    try {
      const file = form.elements.receipt.files[0];
      if (file) {
        const page = new DOMParser().parseFromString(await file.text(), 'text/html');
        const receipt = GuijuWords.read(page);
        receipt.policy = policy;
        show(GuijuWords.of(await GuijuVerify.receipt(receipt), true));
      } else {
        show(GuijuWords.of(await GuijuVerify.qr(form.elements.code.value.trim(), policy), false));
      }
    } catch (e) {
      verdict.hidden = false;
      GuijuWords.unusable(verdict, e.message);
    }
  }
  form.addEventListener('submit', event => {
    if (form.elements.receipt.files.length || form.elements.code.value.trim()) {
      event.preventDefault();
      check();
    }
  });
  // An address from a paper carries its code behind the #; it never reached the server.
  if (location.hash.length > 1) {
    form.elements.code.value = location.hash.slice(1);
    check();
  }
})();
