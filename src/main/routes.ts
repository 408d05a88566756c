import type { Route } from "../platform/http/route.ts";
import type { Permission } from "../trust/access/route.ts";
import { demonstrationRoutes } from "../trust/signIn/pages/demonstration.routes.tsx";
import { signInRoutes } from "../trust/signIn/pages/signIn.routes.tsx";

/** Every address of Wieg. A concept adds its routes here, once. */
export const routes: readonly Route<Permission>[] = [...signInRoutes, ...demonstrationRoutes];
