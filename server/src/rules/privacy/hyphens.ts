/** A hyphen, and what extraction makes of it; a line may break behind it. For use inside a pattern. */
export const HYPHEN = '[-\\u2010-\\u2013\\u00ad\\ufffe]';

/** A hyphen behind which a line may break. */
export const BREAKING_HYPHEN = `${HYPHEN}(?:[ \\t]*[\\r\\n\\f]\\s{0,6})?`;
