import { fileURLToPath } from 'node:url';

// For `npx next …` too; the scripts of package.json set it themselves.
process.env.NEXT_TELEMETRY_DISABLED = '1';

/** Sent with every answer; the Content-Security-Policy needs a nonce per page and comes from proxy.ts. */
const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  // Both together make the page cross-origin isolated: it gets memory that it shares with its worker.
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), display-capture=()',
  },
];

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  // The server loads them from node_modules: bundling the vocabulary's megabytes took a minute of every build.
  serverExternalPackages: ['gpt-tokenizer', '@anthropic-ai/sdk'],
  typedRoutes: true,
  poweredByHeader: false,
  devIndicators: false,
  images: { unoptimized: true },
  turbopack: { root: fileURLToPath(new URL('.', import.meta.url)) },
  headers: async () => [{ source: '/:path*', headers }],
};

export default config;
