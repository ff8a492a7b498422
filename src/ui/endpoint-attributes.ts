import {SET_NAMES, type EndpointAttributes} from '../endpoint/resolve.js';

/**
 * The endpoint set as one element says it: by attribute or property, or by a `<script data-ctg="mapping">` inside it.
 *
 * Read anew each time, because children may be parsed after their element.
 */
export function attributesOf(host: Element & EndpointAttributes): EndpointAttributes {
  return Object.fromEntries(
    SET_NAMES.map((name) => [
      name,
      host[name] ?? host.querySelector<HTMLScriptElement>(`:scope>script[data-ctg=${name}]`)?.text,
    ]),
  );
}
