/** Bytes of a version 4 UUID that carry its version and its variant (RFC 9562, 5.4). */
const VERSION_BYTE = 6;
const VARIANT_BYTE = 8;

/**
 * A new version 4 UUID.
 *
 * Made by hand because `crypto.randomUUID` exists only on https and localhost, and many small sites are plain
 * http; `getRandomValues` is there on both.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[VERSION_BYTE] = (bytes[VERSION_BYTE]! & 0x0f) | 0x40;
  bytes[VARIANT_BYTE] = (bytes[VARIANT_BYTE]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
