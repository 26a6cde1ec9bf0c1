/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  agentRules: false,
  // `npm run check` checks the types of everything, tests too; a build need not do it again
  typescript: { ignoreBuildErrors: true },
  // nothing of ours is resized on the way, and the optimiser is a way to make a server fetch for somebody else
  images: { unoptimized: true },
  // a page's title comes with the page: streamed after it, the document is without one while a page is fetched anew
  htmlLimitedBots: /.*/,
  // loaded as they are, so that pages and the process around them share one copy
  serverExternalPackages: [
    "@node-rs/argon2",
    "docx",
    "drizzle-orm",
    "fontkit",
    "pdfkit",
    "pino",
    "postgres",
    "sharp",
  ],
};
