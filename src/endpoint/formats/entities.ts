/**
 * The names of characters in HTML: all of HTML 4, and of the two thousand of HTML 5 those for plain punctuation that
 * editors and mailers write. Names of mathematics and of scripts nobody writes by name stay as they are.
 */

/** U+00A0 to U+00FF, in order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

/** U+0391 to U+03A9 and U+03B1 to U+03C9, in order; `-` where no character is. */
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi ' +
  'Chi Psi Omega - - - - - - - alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi ' +
  'rho sigmaf sigma tau upsilon phi chi psi omega';

/** Everything else: name and code point in base 36. */
const OTHERS =
  'quot:y amp:12 lt:1o gt:1q apos:13 QUOT:y AMP:12 LT:1o GT:1q COPY:4p REG:4u OElig:9e oelig:9f Scaron:9s scaron:9t ' +
  'Yuml:ag fnof:b6 circ:jq tilde:kc ensp:6bm emsp:6bn thinsp:6bt zwnj:6bw zwj:6bx lrm:6by rlm:6bz ndash:6c3 mdash:6c4 ' +
  'lsquo:6c8 rsquo:6c9 sbquo:6ca ldquo:6cc rdquo:6cd bdquo:6ce dagger:6cg Dagger:6ch bull:6ci hellip:6cm permil:6cw ' +
  'prime:6cy Prime:6cz lsaquo:6d5 rsaquo:6d6 oline:6da frasl:6dg euro:6gc image:6j5 weierp:6jc real:6jg trade:6jm ' +
  'alefsym:6k5 larr:6mo uarr:6mp rarr:6mq darr:6mr harr:6ms crarr:6np lArr:6og uArr:6oh rArr:6oi dArr:6oj hArr:6ok ' +
  'forall:6ps part:6pu exist:6pv empty:6px nabla:6pz isin:6q0 notin:6q1 ni:6q3 prod:6q7 sum:6q9 minus:6qa lowast:6qf ' +
  'radic:6qi prop:6ql infin:6qm ang:6qo and:6qv or:6qw cap:6qx cup:6qy int:6qz there4:6r8 sim:6rg cong:6rp asymp:6rs ' +
  'ne:6sg equiv:6sh le:6sk ge:6sl sub:6te sup:6tf nsub:6tg sube:6ti supe:6tj oplus:6tx otimes:6tz perp:6ud sdot:6v9 ' +
  'lceil:6x4 rceil:6x5 lfloor:6x6 rfloor:6x7 lang:7vs rang:7vt loz:7gq spades:7kw clubs:7kz hearts:7l1 diams:7l2 ' +
  'thetasym:r5 upsih:r6 piv:ra excl:x num:z dollar:10 percnt:11 lpar:14 rpar:15 ast:16 plus:17 comma:18 period:1a ' +
  'sol:1b colon:1m semi:1n equals:1p quest:1r commat:1s lsqb:2j lbrack:2j bsol:2k rsqb:2l rbrack:2l Hat:2m lowbar:2n ' +
  'grave:2o lcub:3f lbrace:3f verbar:3g vert:3g rcub:3h rbrace:3h NonBreakingSpace:4g hyphen:6c0 dash:6c0 ' +
  'check:7pv cross:7pz star:7ie starf:7id phone:7im Tab:9 NewLine:a';

/** What Windows-1252 has at 128 to 159: pages that say `&#146;` mean the apostrophe there (HTML, 13.2.5.80). */
const WINDOWS = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ';

let names: Map<string, string> | undefined;

function inOrder(list: string, first: number): [string, string][] {
  return list.split(' ').map((name, index) => [name, String.fromCodePoint(first + index)]);
}

/** The character of a name, without `&` and `;`; `undefined` when the name is not known. */
export function namedCharacter(name: string): string | undefined {
  names ??= new Map([
    ...inOrder(LATIN, 0xa0),
    ...inOrder(GREEK, 0x391),
    ...OTHERS.split(' ').map((pair): [string, string] => {
      const [key = '', code = ''] = pair.split(':');
      return [key, String.fromCodePoint(parseInt(code, 36))];
    }),
  ]);
  return names.get(name);
}

/** The character of a number, as HTML reads it: what is no character is U+FFFD. */
export function numberedCharacter(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS[code - 0x80]!;
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '�';
}
