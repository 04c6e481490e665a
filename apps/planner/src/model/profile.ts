/**
 * What a provider's server can do, as data: presets by address, corrected at run time by what the server answers and
 * remembered for the life of the process (facts measured on seven kinds of servers; they age, so correction is the net).
 */
export interface ProviderProfile {
  readonly api: 'chat' | 'responses';
  readonly strict: boolean;
  readonly parallel: boolean;
  readonly streamUsage: boolean;
  /** Ask for encrypted reasoning to be replayed (Responses only). */
  readonly encryptedReasoning: boolean;
  readonly streamTools: boolean;
  readonly reasoningEffort?: 'none';
  readonly timeoutMs: number;
  readonly maxRetries: number;
}

const CLOUD: ProviderProfile = {
  api: 'chat',
  strict: true,
  parallel: true,
  streamUsage: true,
  encryptedReasoning: true,
  streamTools: true,
  timeoutMs: 60_000,
  maxRetries: 2,
};

/** A model on this PC may think for minutes, and asking it twice at once only makes it slower. */
const LOCAL: ProviderProfile = { ...CLOUD, timeoutMs: 300_000, maxRetries: 0 };

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

export const presetFor = (baseUrl: string): ProviderProfile => {
  const { hostname, port } = new URL(baseUrl);
  if (hostname === 'api.openai.com' || hostname.endsWith('.openai.azure.com')) return { ...CLOUD, api: 'responses' };
  if (!isLoopback(hostname)) return CLOUD;
  return port === '1234' ? { ...LOCAL, streamTools: false } : LOCAL;
};

export interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** The same question, asked in the way this server may accept; undefined when there is no other way. Tools are never dropped. */
export const corrected = (profile: ProviderProfile, refusal: Refusal): ProviderProfile | undefined => {
  if (profile.api === 'responses' && [404, 405, 501].includes(refusal.status)) return { ...profile, api: 'chat' };
  if (![400, 404, 422].includes(refusal.status)) return undefined;
  return withoutRefusedField(profile, refusal.text) ?? forToolsRefusedOnChat(profile, refusal.text);
};

const OPTIONAL_FIELDS: readonly [RegExp, keyof ProviderProfile][] = [
  [/parallel_tool_calls/, 'parallel'],
  [/stream_options/, 'streamUsage'],
  [/encrypted_content|\binclude\b/, 'encryptedReasoning'],
  [/\bstrict\b/, 'strict'],
];

const withoutRefusedField = (profile: ProviderProfile, text: string): ProviderProfile | undefined => {
  const field = OPTIONAL_FIELDS.find(([pattern, name]) => pattern.test(text) && profile[name] === true)?.[1];
  return field === undefined ? undefined : { ...profile, [field]: false };
};

/** OpenAI's current models refuse function tools on Chat Completions unless reasoning is off; Responses takes both. */
const forToolsRefusedOnChat = (profile: ProviderProfile, text: string): ProviderProfile | undefined => {
  if (
    profile.api !== 'chat' ||
    !/\/v1\/responses|reasoning_effort|function tools?|tools? (?:are|is) not supported/i.test(text)
  )
    return undefined;
  if (!/\bresponses\b/i.test(text) && profile.reasoningEffort === undefined)
    return { ...profile, reasoningEffort: 'none' };
  return { ...profile, api: 'responses' };
};
