/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  agentRules: false,
  // `npm run check` checks the types of everything, tests too; a build need not do it again
  typescript: { ignoreBuildErrors: true },
  // nothing of ours is resized on the way, and the optimiser is a way to make a server fetch for somebody else
  images: { unoptimized: true },
  // loaded as they are, so that pages and the process around them share one copy
  serverExternalPackages: ["@node-rs/argon2", "drizzle-orm", "pino", "postgres"],
};
