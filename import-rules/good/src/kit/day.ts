export const day = (text: string): string => text;
