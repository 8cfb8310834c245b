// The blog's front matter for the writing page: reads a text into fields, and writes back only the
// lines of what has changed. Every other line stays as it is: order, notes, blanks, unknown keys.
// The same form as wellspring/text/front_matter.py reads; tests/browser/test_writing.py compares.
"use strict";

// Under this name a text carries the file it came from, so that it can be written back.
const ORIGINAL = "file as it was";
const BODY = "body";
// Keys that have another name when there are several.
const PLURALS = { Author: "Authors" };
const FENCE = /^(?:---|\.\.\.)\s*$/;
const KEY_LINE = /^([A-Za-z][A-Za-z0-9_-]*):[ \t]*(.*)$/;
const CONTINUATION = /^(?: {4,}|\t+)(\S.*)$/;
// A quote, a list, a block or a note: between fences none of them is meant as it stands.
const YAML_SIGN =
  /^(?:[A-Za-z][\w-]*:[ \t]+(?:["'[{|>&!].*|[^#]*\s#.*)|\s*#.*|\s*-(?:\s.*)?)$/;
const NOT_OURS =
  "Its front matter is YAML, which this page would not keep as it is. Edit the file itself.";

const normalName = (key) => key.toLowerCase().replaceAll("_", "-");
const isBlank = (line) => line.trim() === "";

// The header's lines, where the body begins, and the keys: name, own line, last line, values.
function split(text) {
  const lines = text.split("\n");
  const fenced = FENCE.test(lines[0]);
  const first = fenced ? 1 : 0;
  let end = first;
  while (end < lines.length && !FENCE.test(lines[end]) && (fenced || !isBlank(lines[end]))) end += 1;
  const header = lines.slice(0, end);
  if (fenced && header.slice(1).some((line) => YAML_SIGN.test(line))) throw new Error(NOT_OURS);
  return { header, rest: lines.slice(end, end + 1), body: lines.slice(end + 1).join("\n"), keys: keysOf(header) };
}

function keysOf(header) {
  const keys = [];
  header.forEach((line, number) => {
    const key = KEY_LINE.exec(line.trimEnd());
    const more = CONTINUATION.exec(line.trimEnd());
    if (key) {
      const values = key[2].trim() ? [key[2].trim()] : [];
      keys.push({ name: normalName(key[1]), first: number, last: number, values });
    } else if (more && keys.length) {
      keys.at(-1).values.push(more[1]);
      keys.at(-1).last = number;
    }
  });
  return keys;
}

// How a field of the page stands in a file, told by its settings.
function formOf(field) {
  const names = field.widget === "select" && field.multiple;
  const kind = field.widget === "list" && field.field ? "lines" : "names";
  return {
    name: field.name,
    kind: names || field.widget === "list" ? kind : "text",
    plural: PLURALS[field.name],
    // What a choice means that is left out: the first one.
    unsaid: field.widget === "select" && !field.multiple && field.default ? field.options[0].value : "",
  };
}

function valueOf(form, keys) {
  const found = keys.filter((key) => [form.name, form.plural].some((name) => name && normalName(name) === key.name));
  const values = found.flatMap((key) => key.values);
  if (form.kind === "lines") return values;
  if (form.kind === "names") return values.flatMap((value) => value.split(",").map((name) => name.trim()).filter(Boolean));
  return values.join(" ") || form.unsaid;
}

const oneLine = (value) => String(value ?? "").replace(/\s+/g, " ").trim();

// A value as the page gives it, in the form that valueOf gives.
function cleaned(form, value) {
  if (form.kind === "text") return oneLine(value);
  const items = Array.isArray(value) ? value : value ? [value] : [];
  return items.map(oneLine).filter(Boolean);
}

function linesOf(form, value) {
  const name = form.plural && value.length > 1 ? form.plural : form.name;
  const values = form.kind === "lines" ? value : [form.kind === "names" ? value.join(", ") : value];
  return values.length ? values.map((item, n) => (n ? `    ${item}` : `${name}: ${item}`.trimEnd())) : [`${name}:`];
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function readText(fields, text) {
  const { keys, body } = split(text);
  const entry = { [ORIGINAL]: text, [BODY]: body.trim() };
  for (const form of fields.map(formOf)) entry[form.name] = valueOf(form, keys);
  return entry;
}

function writeText(fields, entry) {
  const { header, rest, body, keys } = split(entry[ORIGINAL] ?? "");
  const lines = header.map((line) => [line]);
  const added = [];
  for (const form of fields.map(formOf)) {
    const value = cleaned(form, entry[form.name]);
    if (isSame(value, cleaned(form, valueOf(form, keys)))) continue;
    const own = keys.filter((key) => [form.name, form.plural].some((name) => name && normalName(name) === key.name));
    for (const { first, last } of own) lines.fill([], first, last + 1);
    if (own.length) lines[own[0].first] = linesOf(form, value);
    else added.push(...linesOf(form, value));
  }
  const given = String(entry[BODY] ?? "");
  const [lead] = /^\n*/.exec(body);
  const words = given.trim() === body.trim() ? body : lead + given.trim();
  return [...lines.flat(), ...added, ...(rest.length ? rest : [""]), words].join("\n");
}
