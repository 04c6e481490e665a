/** JetStream KV buckets. Everything in them is rebuildable or expendable: the truth is each agent's journal. */
export const BUCKETS = {
  /** Planner: one key per turn of a conversation. */
  conversations: 'ordena-conversations',
  /** Planner: runs that wait for a person. */
  runs: 'ordena-runs',
  /** Gateway: plans that wait for a yes. */
  approvals: 'ordena-approvals',
  /** Gateway: what was said in each conversation, for `GET /v1/conversations/:id`. */
  talks: 'ordena-talks',
  /** Gateway: answers to requests with an Idempotency-Key, for a day. */
  answers: 'ordena-answers',
  /** Gateway: codes with which a PC may join, for a quarter of an hour. */
  enrolments: 'ordena-enrolments',
  /** Gateway: API keys as hashes; every gateway knows them, and every revocation. */
  keys: 'ordena-keys',
} as const;
