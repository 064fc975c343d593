/* 规矩 · 核验 / Guiju verifier. Plain JavaScript over WebCrypto; no server is asked and nothing leaves this page.
   It follows RFC 9162, RFC 9901 and C2SP (signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy, tlog-proof), and
   gives the same answer as `guiju verify`; a test holds the two against each other.
   GuijuVerify.receipt({entry, disclosures, proof, policy}) and GuijuVerify.qr(text, policy) answer a promise of
   {proved, missing, origin, size, index, leaf, witnessed, fields}; input that cannot be read rejects with an Error. */
'use strict';
const GuijuVerify = (() => {
  const ORDER = ['entry-form', 'disclosure', 'unknown-log', 'bad-signature', 'log-signature', 'inclusion', 'quorum'];
  const utf8 = new TextEncoder();
  const fail = why => { throw new Error(why); };
  const bytes = text => utf8.encode(text);
  const join = (...parts) => {
    const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
    let at = 0;
    for (const part of parts) { out.set(part, at); at += part.length; }
    return out;
  };
  const binary = array => { let s = ''; for (const b of array) s += String.fromCharCode(b); return s; };
  const to64 = array => btoa(binary(array));
  const toUrl64 = array => to64(array).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const from64 = (text, place) => {
    if (!/^[A-Za-z0-9+/]*=*$/.test(text)) fail('base64: ' + place);
    let raw;
    try { raw = atob(text); } catch (e) { fail('base64: ' + place); }
    const out = Uint8Array.from(raw, c => c.charCodeAt(0));
    if (to64(out) !== text) fail('base64: ' + place);
    return out;
  };
  const fromUrl64 = (text, place) => {
    if (!/^[A-Za-z0-9_-]*$/.test(text)) fail('base64url: ' + place);
    const plain = text.replace(/-/g, '+').replace(/_/g, '/');
    return from64(plain + '='.repeat((4 - plain.length % 4) % 4), place);
  };
  const same = (a, b) => a.length === b.length && a.every((x, i) => x === b[i]);
  const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', join(...parts)));
  const leafHash = entry => sha256([0], entry);
  const nodeHash = (left, right) => sha256([1], left, right);
  const hash = text => { const h = from64(text, 'hash'); return h.length === 32 ? h : fail('hash of ' + h.length + ' bytes'); };
  const number = text => {
    if (!/^(0|[1-9][0-9]{0,18})$/.test(text) || BigInt(text) > 0x7fffffffffffffffn) fail('number: ' + text);
    return BigInt(text);
  };
  const clean = text => { if (/[\u0000-\u0009\u000b-\u001f]/.test(text)) fail('control character'); return text; };
  const uint = (array, at, length) => {
    let n = 0n;
    for (let i = 0; i < length; i++) n = n << 8n | BigInt(array[at + i]);
    return n;
  };

  // —— keys and signatures ——
  const KINDS = {1: {length: 32, timed: false}, 4: {length: 32, timed: true}, 6: {length: 1312, timed: true}};
  const keyName = name => /^[^\p{White_Space}\u0000-\u001f+]+$/u.test(name) ? name : fail('key name');
  async function key(text) {
    const m = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) || fail('verifier key');
    const typed = from64(m[3], 'key');
    const kind = KINDS[typed[0]] || fail('key type');
    if (typed.length !== kind.length + 1) fail('key length');
    const id = (await sha256(bytes(keyName(m[1]) + '\n'), typed)).slice(0, 4);
    if (id.reduce((s, b) => s + b.toString(16).padStart(2, '0'), '') !== m[2]) fail('key id');
    return {name: m[1], id, type: typed[0], timed: kind.timed, raw: typed.slice(1)};
  }
  async function ed25519(raw, message, signature) {
    if (signature.length !== 64) return false;
    try {
      const k = await crypto.subtle.importKey('raw', raw, {name: 'Ed25519'}, false, ['verify']);
      return await crypto.subtle.verify({name: 'Ed25519'}, k, signature, message);
    } catch (e) {
      if (e.name === 'NotSupportedError') fail('this browser cannot check Ed25519');
      return false;
    }
  }
  // null: not good; otherwise the time, or true without one.
  async function verified(k, text, signature) {
    if (k.type === 6) fail('this browser cannot check ML-DSA-44: use guiju verify');
    if (!k.timed) return await ed25519(k.raw, bytes(text), signature) || null;
    if (signature.length !== 72) return null;
    const seconds = uint(signature, 0, 8);
    if (seconds <= 0n || seconds > 31556889864403199n) return null;
    const good = await ed25519(k.raw, bytes('cosignature/v1\ntime ' + seconds + '\n' + text), signature.slice(8));
    return good ? seconds : null;
  }

  // —— texts ——
  function note(text) {
    clean(text);
    const border = text.lastIndexOf('\n\n');
    if (border < 0 || !text.endsWith('\n') || border + 2 === text.length) fail('note without signatures');
    const lines = text.slice(border + 2, -1).split('\n');
    if (lines.length > 100) fail('too many signatures');
    return {text: text.slice(0, border + 1), lines: lines.map(line => {
      const space = line.lastIndexOf(' ');
      if (!line.startsWith('\u2014 ') || space < 2) fail('signature line');
      const raw = from64(line.slice(space + 1), 'signature');
      if (raw.length < 5) fail('signature line');
      return {name: keyName(line.slice(2, space)), id: raw.slice(0, 4), signature: raw.slice(4)};
    })};
  }
  function checkpoint(text) {
    const lines = text.split('\n');
    if (lines.length !== 4 || lines[3] !== '' || lines[0] === '') fail('checkpoint');
    return {origin: lines[0], size: number(lines[1]), root: hash(lines[2])};
  }
  function proofOf(text) {
    const border = clean(text).indexOf('\n\n');
    if (border < 0) fail('proof');
    const lines = text.slice(0, border).split('\n');
    if (lines.shift() !== 'c2sp.org/tlog-proof@v1') fail('proof, first line');
    if (lines.length && lines[0].startsWith('extra ')) from64(lines.shift().slice(6), 'extra');
    if (!lines.length || !lines[0].startsWith('index ')) fail('proof, index');
    const index = number(lines.shift().slice(6));
    if (lines.length > 63) fail('proof, too long');
    return {index, path: lines.map(hash), note: note(text.slice(border + 2))};
  }
  async function policyOf(text) {
    const logs = [], witnesses = new Map(), groups = new Map(), members = new Set();
    let quorum = null;
    const taken = name => witnesses.has(name) || groups.has(name);
    const need = held => { if (!held) fail('policy'); };
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text)) fail('policy, control character');
    const twin = (keys, k) => keys.some(other => same(other.raw, k.raw));
    for (const line of text.split('\n')) {
      const [word, ...rest] = line.split(/[ \t]+/).filter(item => item !== '');
      if (word === undefined || word.startsWith('#')) continue;
      if (word === 'log') {
        need(rest.length === 1 || rest.length === 2);
        const k = await key(rest[0]);
        need(k.type !== 4 && !twin(logs, k));
        logs.push(k);
      } else if (word === 'witness') {
        need((rest.length === 2 || rest.length === 3) && rest[0] !== 'none' && !taken(rest[0]));
        const k = await key(rest[1]);
        need(k.timed && !twin([...witnesses.values()], k));
        witnesses.set(rest[0], k);
      } else if (word === 'group') {
        const [name, many, ...names] = rest;
        need(names.length > 0 && name !== 'none' && !taken(name));
        for (const member of names) { need(taken(member) && !members.has(member)); members.add(member); }
        const k = many === 'any' ? 1 : many === 'all' ? names.length : /^[1-9][0-9]{0,4}$/.test(many) ? Number(many) : 0;
        need(k >= 1 && k <= names.length);
        groups.set(name, {k, names});
      } else if (word === 'quorum') {
        need(rest.length === 1 && quorum === null && (rest[0] === 'none' || taken(rest[0])));
        quorum = rest[0];
      } else {
        fail('policy, unknown word');
      }
    }
    need(quorum !== null);
    return {logs, witnesses, groups, quorum};
  }

  // —— the tree, RFC 9162 §2.1.3.2 ——
  async function rootOf(leaf, index, size, path) {
    if (index >= size) return null;
    let fn = index, sn = size - 1n, root = leaf;
    for (const sibling of path) {
      if (sn === 0n) return null;
      if ((fn & 1n) === 1n || fn === sn) {
        root = await nodeHash(sibling, root);
        while ((fn & 1n) === 0n && fn !== 0n) { fn >>= 1n; sn >>= 1n; }
      } else {
        root = await nodeHash(root, sibling);
      }
      fn >>= 1n;
      sn >>= 1n;
    }
    return sn === 0n ? root : null;
  }

  // —— judging ——
  async function judged(proof, leaf, policy, more, fields) {
    const point = checkpoint(proof.note.text);
    const missing = new Set(more);
    const own = policy.logs.filter(k => k.name === point.origin);
    const good = new Map();
    for (const line of proof.note.lines) {
      for (const k of [...own, ...policy.witnesses.values()]) {
        if (k.name !== line.name || !same(k.id, line.id)) continue;
        const signed = await verified(k, proof.note.text, line.signature);
        if (signed === null) missing.add('bad-signature');
        else if (!good.has(k) || signed < good.get(k)) good.set(k, signed);
      }
    }
    if (!own.length) missing.add('unknown-log');
    else if (!own.some(k => good.has(k))) missing.add('log-signature');
    const root = await rootOf(leaf, proof.index, point.size, proof.path);
    if (root === null || !same(root, point.root)) missing.add('inclusion');
    const seen = new Map([...policy.witnesses].filter(([, k]) => good.has(k)).map(([name, k]) => [name, good.get(k)]));
    const holds = name => policy.groups.has(name)
      ? policy.groups.get(name).names.filter(holds).length >= policy.groups.get(name).k
      : seen.has(name);
    if (policy.quorum !== 'none' && !holds(policy.quorum)) missing.add('quorum');
    const witnessed = {};
    for (const name of [...seen.keys()].sort()) witnessed[name] = seen.get(name).toString();
    return {
      proved: missing.size === 0,
      missing: ORDER.filter(code => missing.has(code)),
      origin: point.origin, size: point.size.toString(), index: proof.index.toString(),
      leaf: toUrl64(leaf), witnessed, fields
    };
  }

  // —— entries: JCS profile, and disclosures (RFC 9901 §4.2) ——
  const NAME = /^[a-z_][A-Za-z0-9_.-]*$/;
  const textFine = s => s.isWellFormed() && !s.includes('\u0000') && s === s.normalize('NFC') &&
    ![...s].some(c => /\p{Cn}/u.test(c) && !later(c.codePointAt(0)));
  const later = p => p >= 0x20000 && p < 0x2F800 || p >= 0x30000 && p < 0x3FFFE;
  const valueFine = v => typeof v === 'string' ? textFine(v)
    : typeof v === 'number' ? Number.isSafeInteger(v)
    : Array.isArray(v) && v.every(s => typeof s === 'string' && textFine(s));
  function entryOf(text) {
    let members;
    try { members = JSON.parse(text); } catch (e) { return null; }
    if (typeof members !== 'object' || members === null || Array.isArray(members) || bytes(text).length > 65535) return null;
    const names = Object.keys(members).sort();
    if (!names.every(name => NAME.test(name) && valueFine(members[name]))) return null;
    const again = '{' + names.map(n => JSON.stringify(n) + ':' + JSON.stringify(members[n])).join(',') + '}';
    return again === text ? new Map(names.map(n => [n, members[n]])) : null;
  }
  async function opened(members, disclosures) {
    const fields = new Map(members);
    let fine = true;
    const sd = members.get('_sd');
    const alg = members.has('_sd_alg') ? members.get('_sd_alg') : 'sha-256';
    for (const text of disclosures) {
      let parts = null;
      try {
        const raw = fromUrl64(text, 'disclosure');
        parts = JSON.parse(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(raw));
      } catch (e) { /* not a disclosure: said below */ }
      const shaped = Array.isArray(parts) && parts.length === 3 && typeof parts[0] === 'string' &&
        textFine(parts[0]) && typeof parts[1] === 'string' && NAME.test(parts[1]) && valueFine(parts[2]);
      const digest = toUrl64(await sha256(bytes(text)));
      if (!shaped || alg !== 'sha-256' || !Array.isArray(sd) || !sd.includes(digest) || fields.has(parts[1])) fine = false;
      else fields.set(parts[1], parts[2]);
    }
    fields.delete('_sd');
    fields.delete('_sd_alg');
    return {fine, fields};
  }

  async function receipt({entry, disclosures, proof, policy}) {
    const read = proofOf(proof);
    checkpoint(read.note.text);
    const trusted = await policyOf(policy);
    const members = entryOf(entry);
    const {fine, fields} = members ? await opened(members, disclosures) : {fine: true, fields: new Map()};
    const more = (members ? [] : ['entry-form']).concat(fine ? [] : ['disclosure']);
    const shown = {};
    if (members && fine) for (const name of [...fields.keys()].sort()) shown[name] = fields.get(name);
    return judged(read, await leafHash(bytes(entry)), trusted, more, shown);
  }

  // —— the code on a paper ——
  function codeOf(text) {
    const raw = fromUrl64(text.trim().slice(text.trim().indexOf('#') + 1), 'code');
    let at = 0;
    const take = n => { if (at + n > raw.length) fail('code cut short'); at += n; return raw.slice(at - n, at); };
    const varint = () => {
      let n = 0n;
      for (let shift = 0n; shift < 70n; shift += 7n) {
        const b = take(1)[0];
        n |= BigInt(b & 127) << shift;
        if (b < 128) { if (b === 0 && shift > 0n || n > 0x7fffffffffffffffn) fail('code, number'); return n; }
      }
      return fail('code, number');
    };
    if (take(1)[0] !== 1) fail('code of another version');
    const code = {tag: take(4), index: varint(), size: varint()};
    const n = take(1)[0];
    code.leaf = take(32);
    if (n > 63) fail('code, path');
    code.path = Array.from({length: n}, () => take(32));
    code.signature = take(64);
    code.cosignatures = Array.from({length: take(1)[0]}, () => ({id: take(4), signature: take(72)}));
    if (at !== raw.length) fail('code with more behind it');
    return code;
  }
  async function qr(text, policyText) {
    const code = codeOf(text);
    const policy = await policyOf(policyText);
    const root = await rootOf(code.leaf, code.index, code.size, code.path);
    if (root === null) fail('code, path');
    let origin = null;
    for (const k of policy.logs) {
      if (origin === null && same((await sha256(bytes(k.name))).slice(0, 4), code.tag)) origin = k.name;
    }
    if (origin === null) origin = 'sha256:' + code.tag.reduce((s, b) => s + b.toString(16).padStart(2, '0'), '');
    const noteText = origin + '\n' + code.size + '\n' + to64(root) + '\n';
    const lines = [];
    const logs = policy.logs.filter(k => k.name === origin && k.type === 1);
    let signer = logs[0];
    for (const k of logs) if (await ed25519(k.raw, bytes(noteText), code.signature)) signer = k;
    if (signer) lines.push({name: signer.name, id: signer.id, signature: code.signature});
    for (const c of code.cosignatures) {
      for (const k of policy.witnesses.values()) {
        if (k.type === 4 && same(k.id, c.id)) lines.push({name: k.name, id: k.id, signature: c.signature});
      }
    }
    return judged({index: code.index, path: code.path, note: {text: noteText, lines}}, code.leaf, policy, [], {});
  }

  // The entry that a bare .tlog-proof carries in its line extra; null if it carries none.
  function extra(proof) {
    const line = /^c2sp\.org\/tlog-proof@v1\nextra ([^\n]*)\n/.exec(proof);
    return line ? new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(from64(line[1], 'extra')) : null;
  }

  return {receipt, qr, extra, ORDER};
})();
