/* 规矩 · 核验用语 / What a verdict of guiju-verify.js proves and what it does not, in words; and how it is put on a page. */
'use strict';
const GuijuWords = (() => {
  const MISSING = {
    'entry-form': ['条目的字节不符合规定格式，可能被改动。', 'The bytes of the entry are not of the required form; they may have been changed.'],
    'disclosure': ['所附披露项与条目中的摘要不符：内容被改动，或属于另一条目。', 'A disclosed field does not match its digest in the entry: it was changed, or belongs to another entry.'],
    'unknown-log': ['信任名单中没有这个日志。', 'No log of this name is on the list of trusted keys.'],
    'bad-signature': ['有一个已知密钥的签名不成立：检查点被改动或伪造。', 'A signature by a known key does not hold: the checkpoint was changed or forged.'],
    'log-signature': ['日志自己没有有效签名。', 'The log itself has not validly signed.'],
    'inclusion': ['从该条目算不出已签署的根：条目或证明被改动，或条目不在日志中。', 'The entry does not lead to the signed root: entry or proof was changed, or the entry is not in the log.'],
    'quorum': ['见证人不足：尚不能排除日志对不同的人出示不同内容。', 'Not enough witnesses: the log may still be telling others another story.']
  };
  const time = seconds => {
    const d = new Date(Number(seconds) * 1000);
    return isNaN(d) ? seconds : new Date(d.getTime() + 8 * 3600000).toISOString().slice(0, 19).replace('T', ' ') + ' (UTC+8)';
  };
  function of(verdict, content) {
    if (!verdict.proved) {
      return {
        fine: false,
        headline: ['未获证明', 'Not proved'],
        proved: [],
        not: verdict.missing.map(code => MISSING[code])
      };
    }
    const n = verdict.index, size = verdict.size;
    const proved = [[
      `本条目一字不差地记在日志 ${verdict.origin} 第 ${n} 号（从 0 起，共 ${size} 条），日志已签名。`,
      `This entry, byte for byte, is number ${n} (from 0, of ${size}) in the log ${verdict.origin}, and the log has signed so.`
    ]];
    for (const [name, seconds] of Object.entries(verdict.witnessed)) {
      proved.push([
        `见证人“${name}”于 ${time(seconds)} 见过并签署了这份日志：条目最迟此时已经记下，此后任何改动都能被证明。`,
        `The witness "${name}" saw and signed this log at ${time(seconds)}: the entry was recorded by then, and any later change can be proved.`
      ]);
    }
    const not = [
      ['所记内容是否属实、合法——证明的只是“何时记下了什么”。', 'That what is recorded is true or lawful: only what was recorded, and by when.'],
      ['事情后来如何——之后的条目可以更正、撤销本条所记。', 'What came later: an entry after this one may correct or revoke it.'],
      ['所用公钥是否真属日志和见证人——请与见证人自己公布的公钥逐字比对。', 'That the keys are the real ones: compare them, letter by letter, with what the witnesses themselves publish.']
    ];
    not.push(content
      ? ['未向持有人披露的内容——条目里只有其摘要。', 'Fields not disclosed to the holder: the entry holds only their digests.']
      : ['纸面文字与该条目是否一致——二维码里只有条目的哈希，须再核对回执或在线查询。', 'That the words on the paper are those of the entry: the code holds only its hash; compare a receipt or ask online.']);
    if (Object.keys(verdict.witnessed).length === 0) {
      not.push(['日志是否对所有人出示同样内容——没有见证人签署（待见证）。', 'That the log shows everybody the same: no witness has signed yet.']);
    }
    return {fine: true, headline: ['已证明', 'Proved'], proved, not};
  }
  const element = (name, text, lang) => {
    const e = document.createElement(name);
    if (text !== undefined) e.textContent = text;
    if (lang) e.lang = lang;
    return e;
  };
  const both = (name, [zh, en]) => {
    const e = element(name);
    e.append(element('span', zh, 'zh-CN'), document.createElement('br'), element('span', en, 'en'));
    return e;
  };
  /* Only textContent is ever set: a hostile entry stays text. */
  function show(target, words) {
    target.replaceChildren(both('h2', words.headline));
    target.className = words.fine ? 'fine' : 'wrong';
    const list = (title, items) => {
      if (!items.length) return;
      const ul = element('ul');
      for (const item of items) ul.append(both('li', item));
      target.append(both('h3', title), ul);
    };
    list(['证明了什么', 'What is proved'], words.proved);
    list(words.fine ? ['没有证明什么', 'What is not proved'] : ['原因', 'Why'], words.not);
  }
  function unusable(target, why) {
    target.className = 'wrong';
    target.replaceChildren(both('h2', ['无法核验', 'Cannot be checked']),
      both('p', ['内容不完整或格式不对：' + why, 'Incomplete or of another form: ' + why]));
  }
  /* The word in both languages and the member's own name, which the entry has; the name alone where there is no word. */
  function called(name) {
    const words = Object.hasOwn(GuijuFields, name) ? GuijuFields[name] : null;
    if (!words) return [name];
    return [words[0] + ' ', element('span', words[1], 'en'), ' ', element('code', name)];
  }
  function table(body, fields) {
    body.replaceChildren();
    for (const [name, value] of Object.entries(fields)) {
      const row = element('tr');
      const head = element('th');
      head.scope = 'row';
      head.append(...called(name));
      const cell = element('td');
      cell.append(...(name === 'k' ? called(String(value)) : [Array.isArray(value) ? value.join('\n') : String(value)]));
      row.append(head, cell);
      body.append(row);
    }
  }
  /* The four texts of a receipt file; of each there must be exactly one. */
  function read(doc) {
    const text = name => {
      const found = doc.querySelectorAll('pre[id="guiju-' + name + '"]');
      if (found.length !== 1) throw new Error('receipt without ' + name);
      return found[0].textContent;
    };
    return {
      entry: text('entry'),
      disclosures: text('disclosures').split('\n').filter(line => line !== ''),
      proof: text('proof'),
      policy: text('policy')
    };
  }
  return {of, show, unusable, table, read};
})();
