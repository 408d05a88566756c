import { page } from "../pathway/signal/pages/signal.routes.tsx";
page();
