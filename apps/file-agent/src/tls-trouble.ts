/** What a TLS failure means on a person's PC, and the next step; undefined for any other failure. */
export const tlsTrouble = (error: unknown): string | undefined => {
  for (let at = error; at instanceof Error; at = at.cause) {
    const found = SENTENCES[(at as NodeJS.ErrnoException).code ?? ''];
    if (found !== undefined) return found;
  }
  return undefined;
};

const CLOCK = `its certificate is not valid at the time this PC has. Set the clock of this PC; if it is right, start Ordena there again.`;
const STRANGER =
  'its certificate is from an authority this PC does not know. If it was set up anew there, enrol this PC again.';

/** Codes of OpenSSL, as Node passes them on. */
const SENTENCES: Readonly<Record<string, string>> = {
  CERT_NOT_YET_VALID: CLOCK,
  CERT_HAS_EXPIRED: CLOCK,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: STRANGER,
  UNABLE_TO_GET_ISSUER_CERT: STRANGER,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: STRANGER,
  SELF_SIGNED_CERT_IN_CHAIN: STRANGER,
  DEPTH_ZERO_SELF_SIGNED_CERT: STRANGER,
  CERT_SIGNATURE_FAILURE: STRANGER,
  ERR_TLS_CERT_ALTNAME_INVALID:
    'its certificate is for another name or address. Start Ordena there with ORDENA_REACH set to this one.',
};
