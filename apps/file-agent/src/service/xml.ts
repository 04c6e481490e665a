const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML writes it. */
export const xml = (text: string): string => text.replace(/[&<>"]/g, (one) => ENTITIES[one]!);
