import { usePage } from "./PageContext.ts";

type Props = Readonly<{ title: string; css: readonly string[]; js: readonly string[] }>;

/**
 * The head of every document. No script or style stands in the page itself: the policy forbids it. The letters are not fetched ahead: on a slow
 * line they would take the style's turn, and the page can be read without them.
 */
export function DocumentHead({ title, css, js }: Props) {
  const { csrfToken } = usePage();
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} - Wieg`}</title>
      {css.map((href) => (
        <link key={href} rel="stylesheet" href={href} data-turbo-track="reload" />
      ))}
      {js.map((src) => (
        <script key={src} type="module" src={src} data-turbo-track="reload" />
      ))}
      <link rel="icon" href="data:," />
      <meta name="robots" content="noindex" />
      <meta name="format-detection" content="telephone=no" />
      {js.length > 0 && (
        <>
          {/* Pages hold care data: never fetched before they are asked for, never kept in the browser's memory. */}
          <meta name="turbo-prefetch" content="false" />
          <meta name="turbo-cache-control" content="no-cache" />
          <meta name="csrf-token" content={csrfToken} />
        </>
      )}
    </head>
  );
}
