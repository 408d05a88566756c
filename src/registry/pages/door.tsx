/** Parts of pages that other concepts may show. */
export { BothVersions } from "./BothVersions.tsx";
