/*
 * "We don't need the Old menus folder any more, delete it": what is not needed is what is meant. Said as one order.
 */

const FORMS = [
  /^\W*(?:we|i)\s+(?:don['’]?t|do\s+not|no\s+longer)\s+(?:need|want|use)\s+(?<what>[^,;.]+?)(?:\s+any\s?(?:more|longer))?\s*[,;.]\s*(?:so\s+|please\s+|you\s+can\s+|just\s+)*(?<verb>delete|remove|trash|bin)\s+(?:it|them)(?<rest>.*)$/isu,
  /^\W*ya\s+no\s+(?:me\s+|nos\s+)?(?:hacen?\s+falta|necesit\w+|us[oa]\w*|sirven?|quier\w+|ocup\w+)\s+(?<what>[^,;.]+?)\s*[,;.]\s*(?:así\s+que\s+|por\s+favor\s+)*(?<verb>elim[ií]n[aá]|b[oó]rr[aá]|qu[ií]t[aá]|t[ií]r[aá])l[oa]s?(?![\p{L}])(?<rest>.*)$/isu,
];

export const withoutNoLonger = (sentence: string): string => {
  const said = FORMS.map((form) => form.exec(sentence)?.groups).find(Boolean);
  return said === undefined ? sentence : `${said['verb']} ${said['what']}${said['rest']}`;
};
