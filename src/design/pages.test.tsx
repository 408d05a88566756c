import assert from "node:assert/strict";
import { test } from "node:test";
import { ActionForm } from "./ActionForm.tsx";
import { Form } from "./Form.tsx";
import { Page } from "./Page.tsx";
import { PublicPage } from "./PublicPage.tsx";
import { renderDocument } from "./renderDocument.tsx";
import { aPageContext } from "./testing/aPageContext.ts";
import { ShowcaseFamily } from "./testing/ShowcaseFamily.tsx";
import { ShowcaseForm } from "./testing/ShowcaseForm.tsx";
import { ShowcaseParts } from "./testing/ShowcaseParts.tsx";
import { ShowcasePublic } from "./testing/ShowcasePublic.tsx";
import { ShowcaseWork } from "./testing/ShowcaseWork.tsx";
import { TextField } from "./TextField.tsx";

const assets = { css: ["/assets/a.css"], js: ["/assets/a.js"], publicCss: ["/assets/p.css"], ownCss: ["/assets/o.css"] };
const context = aPageContext({ assets });
const pages = { ShowcaseFamily, ShowcaseForm, ShowcaseParts, ShowcasePublic, ShowcaseWork };

for (const [name, Showcase] of Object.entries(pages)) {
  const html = renderDocument(<Showcase />, { ...context });
  test(`${name} holds nothing that a strict policy would block`, () => {
    assert.doesNotMatch(html, /\sstyle="/);
    assert.doesNotMatch(html, /<style|<script(?![^>]*src=)|\son\w+="/);
  });
  test(`${name} sends the token and a key of its own with each form that writes`, () => {
    const forms = [...html.matchAll(/<form[^>]*method="post"[^>]*>.*?<\/form>/gs)].map(([form]) => form);
    const keys = forms.map((form) => /name="_key" value="([^"]+)"/.exec(form)?.[1]);
    assert.ok(forms.every((form) => form.includes('name="_csrf" value="invented-token"')));
    assert.ok(keys.every((key) => key !== undefined && /^[0-9a-f-]{36}$/.test(key)));
    assert.equal(new Set(keys).size, keys.length);
  });
  test(`${name} uses each address on the page once, and every label has its field`, () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? "");
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
    for (const [, target = ""] of html.matchAll(/\sfor="([^"]+)"/g)) assert.ok(ids.includes(target), target);
    for (const [, targets] of html.matchAll(/\saria-(?:describedby|labelledby)="([^"]+)"/g)) {
      for (const target of (targets ?? "").split(" ")) assert.ok(ids.includes(target), target);
    }
  });
}

test("an error stands beside its field, links from the summary, and is said first in the tab", () => {
  const errors = { name: "Vul de naam in" };
  const html = renderDocument(
    <Page title="Gezin" errors={errors}>
      <Form action="/x" errors={errors} values={{ name: "<b>" }}>
        <TextField name="name" label="Naam" />
      </Form>
    </Page>,
    context,
  );
  assert.match(html, /<title>Fout: Gezin - Wieg<\/title>/);
  assert.match(html, /<a href="#veld-name"[^>]*>.*Vul de naam in/);
  assert.match(html, /<input[^>]*id="veld-name"[^>]*aria-invalid="true"[^>]*aria-describedby="veld-name-fout"/);
  assert.match(html, /value="&lt;b&gt;"/);
});

test("the front door brings no script and offers a way out", () => {
  const html = renderDocument(<PublicPage title="Hulp vragen" />, context);
  assert.doesNotMatch(html, /<script/);
  assert.match(html, /rel="noreferrer"[^>]*>Snel weg</);
});

test("what can't be undone first spells out its consequences", () => {
  const html = renderDocument(
    <Page title="x">
      <ActionForm action="/weg" button="Weg" confirm="Dan is het weg." />
    </Page>,
    context,
  );
  assert.match(html, /<details class="wieg-confirm"><summary[^>]*>Weg<\/summary>.*Dan is het weg\..*<form/s);
});

test("the page speaks the language of who reads it", () => {
  const html = renderDocument(<PublicPage title="Ask for help" />, aPageContext({ language: "en", assets }));
  assert.match(html, /<html lang="en" dir="ltr">/);
  assert.match(html, /Leave quickly/);
});
