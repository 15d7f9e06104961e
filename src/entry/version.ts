/** The engine's version, as it stands in package.json; a test holds them together. */
export const ENGINE_VERSION = '0.1.0'
