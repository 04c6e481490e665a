/** How much of a refusal is kept: enough for its sentence, too little to flood a log. */
const KEPT_CHARACTERS = 2048;

/**
 * Keeps the text of failed answers. The openai package throws away error bodies that are not OpenAI-shaped ("400 status
 * code (no body)"), and that text is what corrects a profile. Keys are cut out before anybody sees it. Redirects are not
 * followed: they would carry the key and the conversation to an address nobody configured.
 */
export const keepingFailedBodies =
  (fetchFrom: typeof fetch, apiKey: string): typeof fetch =>
  async (input, init) => {
    const response = await fetchFrom(input, { ...init, redirect: 'error' });
    if (response.ok) return response;
    const text = withoutKeys(await response.text(), apiKey).slice(0, KEPT_CHARACTERS);
    const body = isOpenAiShaped(text) ? text : JSON.stringify({ error: { message: text || response.statusText } });
    const headers = new Headers(response.headers);
    ['content-length', 'content-encoding'].forEach((name) => headers.delete(name));
    headers.set('content-type', 'application/json');
    return new Response(body, { status: response.status, headers });
  };

const withoutKeys = (text: string, apiKey: string): string =>
  (apiKey.length > 5 ? text.replaceAll(apiKey, '***') : text).replace(/\bsk-[\w*-]{6,}/g, 'sk-***');

const isOpenAiShaped = (text: string): boolean => {
  try {
    const body = JSON.parse(text) as { error?: { message?: unknown } } | null;
    return typeof body?.error === 'object' && typeof body.error?.message === 'string';
  } catch {
    return false;
  }
};
