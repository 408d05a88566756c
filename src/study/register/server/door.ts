/** What the other concepts of the studies may ask of register data. */
export { listCare, listRegisterOf } from "./register.store.ts";
