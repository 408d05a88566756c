import { Button } from "../../../design/Button.tsx";
export const drawn = Button;
