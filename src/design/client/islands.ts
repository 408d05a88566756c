/** Brings one part of the page to life; what it gives back takes it down again. */
export type Island = (element: HTMLElement) => (() => void) | undefined;

// Each is a file of its own, fetched only by a page that has one.
const islands: Readonly<Record<string, () => Promise<Readonly<{ mount: Island }>>>> = {
  radar: () => import("./radarIsland.ts"),
  passkey: () => import("./passkeyIsland.ts"),
  sliders: () => import("./slidersIsland.ts"),
};

let mounted: (() => void)[] = [];

/** Mounts the islands of this page that are not yet mounted. */
export async function mountIslands(): Promise<void> {
  for (const element of document.querySelectorAll<HTMLElement>("[data-island]:not([data-mounted])")) {
    const load = islands[element.dataset["island"] ?? ""];
    if (load === undefined) continue;
    element.dataset["mounted"] = "";
    const { mount } = await load();
    const unmount = element.isConnected ? mount(element) : undefined;
    if (unmount !== undefined) mounted.push(unmount);
  }
}

/** Takes the islands down before the page is left. */
export function unmountIslands(): void {
  for (const unmount of mounted) unmount();
  mounted = [];
}
