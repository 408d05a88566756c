export const door = "door";
