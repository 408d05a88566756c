import { Button } from "../../../design/Button.tsx";
import { raiseSignal } from "../server/raiseSignal.ts";
export const page = () => [raiseSignal, <Button key="raise">Melden</Button>];
