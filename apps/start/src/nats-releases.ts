/** The official nats-server release we pin, with the SHA-256 its makers publish in their Docker image recipes. */
export const NATS_VERSION = '2.14.5';

/** Keyed by `process.platform-process.arch`. Platforms without a published sum here use the next rung of the ladder. */
export const NATS_RELEASES: Readonly<Record<string, { readonly file: string; readonly sha256: string }>> = {
  'linux-x64': {
    file: `nats-server-v${NATS_VERSION}-linux-amd64.tar.gz`,
    sha256: '5e3b603d47c447bda1f77f9ac16dbf91c90aac4ff3681f8fbbc7201e4ed99355',
  },
  'linux-arm64': {
    file: `nats-server-v${NATS_VERSION}-linux-arm64.tar.gz`,
    sha256: '673a98d3faa79dde3f9ebf16d6dfac36a5f694e7ad2015e4954dd7939c85cd4c',
  },
  'linux-arm': {
    file: `nats-server-v${NATS_VERSION}-linux-arm7.tar.gz`,
    sha256: 'c8796b63a8603fdebabd63146ac3d3997c29a2829fdd2af6db320f4a287f2e71',
  },
};

export const releaseUrl = (file: string): string =>
  `https://github.com/nats-io/nats-server/releases/download/v${NATS_VERSION}/${file}`;
