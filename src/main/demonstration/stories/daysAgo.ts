export const daysAgo = (today: string, day: string): number => Temporal.PlainDate.from(day).until(today).days;
