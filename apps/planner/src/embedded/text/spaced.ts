/** A folded pattern in which a space matches any run of spaces. */
export const spaced = (pattern: string, flags = 'u'): RegExp => new RegExp(pattern.replace(/ /g, '\\s+'), flags);

/** The same, telling where its groups stand. */
export const indexed = (pattern: string): RegExp => spaced(pattern, 'd');

export type Indexed = RegExpExecArray & { indices: { groups: Record<string, [number, number]> } };

/** A text as a pattern that matches it and nothing else. */
export const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
