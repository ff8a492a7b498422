import type {Result} from '../../../base/result.js';
import type {Spot} from './spot.js';

/** Why a browser gives no place: somebody said no, the device does not know, or it took too long. */
export type NoSpot = 'refused' | 'unknown' | 'late';

/** The codes of a `GeolocationPositionError`; any other one is a browser that does not know. */
const CODES: Readonly<Record<number, NoSpot>> = {1: 'refused', 3: 'late'};

/**
 * The town is good enough, which costs no satellites and no battery; a place of the last minutes is too. A device that
 * has not found itself after this long will not.
 */
const OPTIONS: PositionOptions = {enableHighAccuracy: false, maximumAge: 300_000, timeout: 12_000};

/** Whether this page may ask at all: browsers tell a page on plain http nothing. */
export const canAsk = (): boolean => isSecureContext && 'geolocation' in navigator;

/** Where the visitor is, once they have let the browser say so. Never rejects; may never resolve where they do not answer. */
export function askBrowser(): Promise<Result<Spot, NoSpot>> {
  return new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(
      ({coords: {latitude: lat, longitude: lon, accuracy}}) =>
        resolve(
          Number.isFinite(lat + lon)
            ? {ok: true, value: {lat, lon, accuracy: accuracy || 0}}
            : {ok: false, failure: 'unknown'},
        ),
      ({code}) => resolve({ok: false, failure: CODES[code] ?? 'unknown'}),
      OPTIONS,
    ),
  );
}
