/** The beginning of a hash, long enough to compare by eye. */
export const shortHash = (sha256: string): string => sha256.slice(0, 12);

/** 0.25 as "0,25": numbers as they are read in Dutch. */
export const say = (value: number, decimals = 2): string =>
  value.toLocaleString("nl-NL", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
