/** What was seen, by a page or by the command, before anybody says what it means. */
import type {LoadResult} from '../client.js';
import type {EndpointSet} from '../resolve.js';
import type {LoadFailure} from '../../protocol/outcome.js';
import type {Receipt} from '../../protocol/receipt.js';

/** One step of a redirected request. */
export interface Hop {
  readonly url: string;
  readonly status: number;
  /** Who may read it, as the step itself says; `null` where it does not. */
  readonly allowOrigin: string | null;
}

/** An answer. A page sees of its headers only the few that are always shown and those that are exposed to it. */
export interface Seen {
  readonly kind: 'seen';
  readonly method: string;
  /** The address that was asked. */
  readonly url: string;
  /** The address that answered. */
  readonly final: string;
  /** Redirects on the way; a page does not see them one by one. */
  readonly hops: readonly Hop[];
  readonly status: number;
  readonly headers: Headers;
  /** Bytes of the body as far as it was read, unpacked. */
  readonly bytes: number;
  /** From the question to the last byte, in milliseconds. */
  readonly ms: number;
  readonly text: string;
  /** Whether the body is valid UTF-8. */
  readonly utf8: boolean;
  /** Set where the body was not read to its end: longer than allowed, or the connection broke. */
  readonly cut?: 'too-big' | 'broken';
}

/** A question without an answer that could be used. */
export interface Unanswered {
  readonly kind: 'unanswered';
  readonly method: string;
  readonly url: string;
  readonly ms: number;
  /** `hidden` is all that a page is told, whatever happened. */
  readonly why: 'hidden' | 'timeout' | 'loop' | 'dns' | 'down' | 'tls' | 'broken';
  /** For developers, as the machine said it. */
  readonly detail: string;
  /** Where it is hidden: whether the address answers a question whose answer nobody may read. */
  readonly answersBlindly?: boolean;
}

/** What came of a question. */
export type Asked = Seen | Unanswered;

/** What an endpoint says when a browser asks leave for a request; a page only learns whether it got it. */
export interface Preflight {
  readonly url: string;
  readonly method: string;
  /** The headers that leave is asked for, in lower case. */
  readonly headers: readonly string[];
  readonly answer: Asked | 'refused' | 'passes';
}

/** A policy violation, as the page's browser tells it. */
export interface Violation {
  readonly directive: string;
  readonly blocked: string;
  readonly policy: string;
}

/** What only the page itself can see. */
export interface PageSeen {
  readonly url: string;
  readonly online: boolean;
  readonly violations: readonly Violation[];
  /** Addresses of every script of ours on the page. */
  readonly scripts: readonly string[];
  /** What a builder left of the tag, as markers: see `page.ts`. */
  readonly ruins: readonly Ruin[];
}

/** What is left on a page where a builder took parts of the snippet away. */
export type Ruin =
  /** No element and no twin at all. */
  | {readonly kind: 'no-element'}
  /** The JSON of a mapping as text between the words of the page. */
  | {readonly kind: 'visible-json'; readonly text: string}
  /** Typographic quotes or a torn `>` inside an attribute. */
  | {readonly kind: 'torn-attribute'; readonly name: string; readonly value: string};

/** Everything that was seen of one endpoint. */
export interface Observations {
  /** Whose eyes: a page's, from which browsers hide much, or a program's. */
  readonly eyes: 'page' | 'program';
  /** Origin of the page that the widget is on. */
  readonly origin: string;
  /** The device's clock, in milliseconds. */
  readonly now: number;
  readonly page?: PageSeen;
  /** The endpoint set, or why there is none. */
  readonly set: EndpointSet | undefined;
  readonly setFailure?: LoadFailure;
  readonly read?: Asked;
  /** What the client made of that answer. */
  readonly load?: LoadResult;
  /** Leave for writing, where it was asked for. */
  readonly preflights?: readonly Preflight[];
}

/** One message of a trial, and what came of it. */
export interface Sent {
  readonly id: string;
  /** How many people it is for. */
  readonly people: number;
  readonly asked: Asked;
  /** The body as JSON, `undefined` where it is none. */
  readonly json: unknown;
  /** What of the body would be the receipt: all of it, or what a mapping finds. */
  readonly claim: unknown;
  /** Whether the answer says again who signed up. */
  readonly isEcho: boolean;
  /** Whether the link says that a repeated id acts once, and the id is in what was sent. */
  readonly isIdempotent: boolean;
  readonly receipt: Receipt | undefined;
}

/** What came of coming back to a sign-up. */
export interface Visited {
  readonly id: string;
  readonly href: string;
  readonly look: Asked;
  readonly found: boolean;
  readonly giveUp: Asked;
  readonly cancelled: boolean;
}

/** A trial of writing: the same few messages to every endpoint, and given up again at the end. */
export interface Trial {
  readonly origin: string;
  readonly href: string;
  /** Whether the link says that a repeated id acts once. */
  readonly declared: boolean;
  /** Whether a mapping says how a message is written, and where the receipt is. */
  readonly isMapped: boolean;
  /** Answers that asked for patience before the first message was taken. */
  readonly patience: readonly Asked[];
  readonly first: Sent;
  /** The very same message again. */
  readonly repeat?: Sent;
  /** The same id with other words. */
  readonly altered?: Sent;
  /** A message that no endpoint should take: nobody, without a name. */
  readonly invalid?: Sent;
  /** A good one as a form writes it, which needs no leave. */
  readonly form?: Sent;
  /** People counted at the gathering by the document: before, after the first, the repeat, the altered one. */
  readonly taken: ReadonlyArray<number | undefined>;
  /** The address of the receipt where it may not be followed. */
  readonly refusedManage?: string;
  readonly visits: readonly Visited[];
}
