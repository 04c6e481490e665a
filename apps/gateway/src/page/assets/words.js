// The page's words come from the one catalogue of the house; see libs/contracts/src/words/page-text.ts.
import { PAGE_TEXT, PLACE_NAMES } from '/page/text.js';

const LANGUAGES = ['es', 'en'];
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];
/** Characters that hide or turn around what is beside them: a name must look like what it is. */
const SLY = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const stored = localStorage.getItem('language');
const asked = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => LANGUAGES.includes(tag));

export let language = LANGUAGES.includes(stored) ? stored : (asked ?? 'en');

export const number = (value) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);

/** A text in the language of the page, with `{name}` filled in; `n: 1` takes the `…-one` form where there is one. */
export const words = (key, values = {}) => {
  const texts = PAGE_TEXT[language];
  const text = (values.n === 1 && texts[`${key}-one`]) || (texts[key] ?? key);
  return text.replace(/\{(\w+)\}/g, (_, name) => shown(values[name] ?? ''));
};

export const isSaid = (key) => key in PAGE_TEXT[language];

const shown = (value) => (typeof value === 'number' ? number(value) : String(value));

/** "3,4 MB": decimal units, one decimal. */
export const bytes = (value) => {
  const power = value < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(value) / 3));
  return `${number(value / 1000 ** power)} ${UNITS[power]}`;
};

export const when = (iso) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

export const hour = (iso) => new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(iso));

/** A location with its place in the person's language; the names below it are never translated. */
export const place = (location) => {
  const [first, ...rest] = location.split('/');
  return plainly([PLACE_NAMES[language][first] ?? first, ...rest].join('/'));
};

/** Where a plan or receipt puts things: folders made by a rule are told, `downloads/{category}` is for nobody to read. */
export const rule = (location) => {
  const at = location.search(/\/[^/]*\{(category|yyyy|mm|dd)\b/);
  if (at === -1) return place(location);
  const key = location.includes('{category') ? 'foldersByType' : 'foldersByDate';
  return `${place(location.slice(0, at))} (${words(key)})`;
};

/** "escritorio, documentos y descargas" */
export const list = (items) => new Intl.ListFormat(language).format(items);

export const plainly = (name) => name.replace(SLY, (sly) => `\\u{${sly.codePointAt(0).toString(16).padStart(4, '0')}}`);

export const switchLanguage = () => {
  language = language === 'es' ? 'en' : 'es';
  localStorage.setItem('language', language);
  sayAll();
};

/** Says everything on the page again, in the language of now. `retell` is what live elements carry; see element.js. */
export const sayAll = () => {
  document.documentElement.lang = language;
  const each = (selector, tell) => document.querySelectorAll(selector).forEach(tell);
  each('[data-words]', (at) => (at.textContent = words(at.dataset.words)));
  each('[data-placeholder]', (at) => (at.placeholder = words(at.dataset.placeholder)));
  each('[data-label]', (at) => at.setAttribute('aria-label', words(at.dataset.label)));
  each('[data-live]', (at) => at.retell());
  const other = document.querySelector('#language');
  other.textContent = words('otherLanguageShort');
  other.setAttribute('aria-label', words('otherLanguage'));
  other.lang = language === 'es' ? 'en' : 'es';
};
