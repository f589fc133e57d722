import { parseAccent } from "../../../platform/colours/accent-colours.ts";

const ownPicture = /^\/branding\/[0-9a-f-]{36}\/[\w-]{2,35}\/background-image\?v=[\w-]{22}$/;

/**
 * The stylesheet for what is behind the sheet: a colour and a picture of the organisation's. On a phone, where the
 * sheet is the page, there is nothing behind it. What stands on the ground keeps a ground of its own, whose colours
 * are known.
 */
export function groundStylesheet(colour: string, image: string): string {
  const ground = parseAccent(colour);
  const picture = ownPicture.test(image) ? image : undefined;
  return `@media (min-width:540px){
${ground ? `:root{--ground:${ground}}` : ""}
${picture ? `html{background:var(--ground) url("${picture}") center / cover no-repeat fixed}` : ""}
.page-footer{inline-size:fit-content;max-inline-size:100%;margin:12px auto;padding:0 20px;background:var(--card);border-radius:var(--radius)}
}
`;
}
