'use strict';
(async () => {
  const target = document.getElementById('verdict');
  try {
    if (!globalThis.crypto || !crypto.subtle) throw new Error('no WebCrypto here');
    const receipt = GuijuWords.read(document);
    const verdict = await GuijuVerify.receipt(receipt);
    GuijuWords.show(target, GuijuWords.of(verdict, true));
    GuijuWords.table(document.getElementById('fields'), verdict.fields);
    document.getElementById('unchecked').hidden = true;
    document.documentElement.dataset.verdict = verdict.proved ? 'proved' : verdict.missing.join(' ');
  } catch (e) {
    GuijuWords.unusable(target, e.message);
    document.getElementById('fields').replaceChildren();
    document.documentElement.dataset.verdict = 'unusable';
  }
})();
