const months = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

/** "2026-03" as "maart 2026"; a year stays a year. */
export const sayMoment = (moment: string): string =>
  moment.length === 4 ? moment : `${months[Number(moment.slice(5)) - 1] ?? ""} ${moment.slice(0, 4)}`;

/** "2024 tot en met 2025", or one moment. */
export const sayPeriod = (from: string, until: string): string =>
  from === until ? sayMoment(from) : `${sayMoment(from)} tot en met ${sayMoment(until)}`;
