export const places = 10;
