import { beforeAll, describe, expect, it } from "vitest";
import { assignDirectoryRole } from "../../src/domain/directory/assign-directory-role.ts";
import { createMember } from "../../src/domain/directory/create-member.ts";
import { createUserFlow } from "../../src/domain/signup/create-user-flow.ts";
import { findFlowTexts } from "../../src/domain/signup/find-flow-texts.ts";
import type { UserFlow } from "../../src/domain/signup/rules/user-flow.ts";
import { askIn, freshFlow } from "../support/open-sign-up.ts";
import { testHouse } from "../support/test-house.ts";
import { accepted, byOperator } from "../support/test-machine.ts";
import { formOf, type Seen, textOf, type Visitor } from "../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const password = "a password for everybody here";
const home = `/sign-up-preview?tenant=${contoso.tenantId}`;
const place = `${home}&flow=Vendors&language=fr&page=selfasserted1_1`;
let flow: UserFlow;
let theirs: UserFlow;

beforeAll(async () => {
  flow = accepted(await createUserFlow(machine, byOperator, { tenantId: contoso.tenantId, name: "Vendors" }));
  theirs = accepted(
    await createUserFlow(machine, byOperator, { tenantId: fabrikam.tenantId, name: "Fabrikams" }),
  );
  await askIn(machine, flow, { attributeId: "City" });
  for (const [tenant, name, role] of [
    [contoso, "flora@contoso.example", "external-id-user-flow-administrator"],
    [contoso, "uwe@contoso.example", "user-administrator"],
    [fabrikam, "frank@fabrikam.example", "external-id-user-flow-administrator"],
  ] as const) {
    const { tenantId } = tenant;
    const user = accepted(
      await createMember(machine, byOperator, {
        tenantId,
        userPrincipalName: name,
        displayName: name,
        password,
      }),
    );
    accepted(await assignDirectoryRole(machine, byOperator, { tenantId, userId: user.userId, role }));
  }
});

async function signedIn(address: string, at = place): Promise<Visitor> {
  const visitor = house.visitor();
  const asked = await visitor.submit(await visitor.get(at), { email: address });
  await visitor.submit(asked, { password });
  return visitor;
}

const frameIn = (page: Seen) =>
  formOf(page, "/sign-up-preview?").action.replace("preview?", "preview/frame?");
const policyOf = (page: Seen) => page.headers.get("content-security-policy") ?? "";
const kept = async () => (await findFlowTexts(machine.database, flow, "fr"))["selfasserted1_1"];

describe("the page on which sign-ups are looked at", () => {
  it("is shown in My Apps to whoever may use it", async () => {
    for (const [address, tenant, isShown] of [
      ["flora@contoso.example", contoso, true],
      ["uwe@contoso.example", contoso, false],
      ["frank@fabrikam.example", fabrikam, true],
    ] as const) {
      const at = `/myapps?tenant=${tenant.tenantId}`;
      const visitor = await signedIn(address, at);
      const link = `href="/sign-up-preview?tenant=${tenant.tenantId}"`;
      expect((await visitor.get(at)).html.includes(link), address).toBe(isShown);
      if (isShown) expect((await visitor.get(link.slice(6, -1))).html).toContain(`href="${at}"`);
    }
  });

  it("shows a page with what was typed, and keeps it when it is told to", async () => {
    const visitor = await signedIn("flora@contoso.example");
    const page = await visitor.get(place);
    expect(page.status, page.html).toBe(200);
    const typed = {
      ...formOf(page, "/sign-up-preview?").fields,
      "words heading": "Dites tout à {organisation}",
    };
    const seen = await visitor.post(frameIn(page), typed);
    expect(seen.html).toContain("Dites tout à Contoso");
    expect(await kept()).toBeUndefined();
    const saved = await visitor.post(formOf(page, "/sign-up-preview?").action, typed);
    expect(textOf(saved)).toContain("Saved.");
    expect(await kept()).toMatchObject({ strings: { heading: "Dites tout à {organisation}" } });
    expect((await visitor.get(frameIn(page))).html).toContain("Dites tout à Contoso");
    await visitor.post(formOf(page, "/sign-up-preview?").action, { ...typed, "words heading": "" });
    expect(await kept()).toBeUndefined();
  });

  it("lets what is typed be nothing but text", async () => {
    const visitor = await signedIn("flora@contoso.example");
    const page = await visitor.get(place);
    const { fields, action } = formOf(page, "/sign-up-preview?");
    const typed = {
      ...fields,
      "words heading": "<script>alert(1)</script>",
      "attribute City DisplayName": "<img src=x onerror=alert(1)>",
    };
    for (const seen of [await visitor.post(frameIn(page), typed), await visitor.post(action, typed)]) {
      expect(seen.html).not.toContain("<script>alert");
      expect(seen.html).not.toContain("<img src=x");
    }
    await visitor.post(action, fields);
  });

  it("refuses what would break a page, and says so at the field", async () => {
    const visitor = await signedIn("flora@contoso.example");
    const page = await visitor.get(place);
    const { fields, action } = formOf(page, "/sign-up-preview?");
    const wrong = { ...fields, "words heading": "{nobody}", "words button_create": "x".repeat(601) };
    const refused = await visitor.post(action, wrong);
    expect(refused.status).toBe(400);
    expect(textOf(refused)).toContain("Only these names can stand in braces here: {organisation}");
    expect(textOf(refused)).toContain("This is too long.");
    expect(refused.html).toContain('value="{nobody}"');
    expect(await kept()).toBeUndefined();
    // The frame passes over what cannot be said.
    expect((await visitor.post(frameIn(page), wrong)).html).toContain("Vos informations pour");
    const agree = await visitor.get(`${home}&flow=Vendors&language=fr&page=agree`);
    const forged = { ...formOf(agree, "/sign-up-preview?").fields, "words sees": "Rien." };
    expect((await visitor.post(formOf(agree, "/sign-up-preview?").action, forged)).status).toBe(400);
  });

  it("is framed by this house alone, and lets nothing on the framed page be used", async () => {
    const visitor = await signedIn("flora@contoso.example");
    const page = await visitor.get(place);
    expect(policyOf(page)).toContain("frame-ancestors 'none'");
    expect(policyOf(page)).toContain("frame-src 'self'");
    const seen = await visitor.get(frameIn(page));
    expect(policyOf(seen)).toContain("frame-ancestors 'self'");
    expect(policyOf(seen)).toContain("form-action 'none'");
    expect(policyOf(seen)).toMatch(/; sandbox$/);
    expect(policyOf(seen)).not.toContain("script-src 'self'");
    expect(seen.html).not.toContain("<script");
    expect(page.html).toMatch(/<iframe [^>]*sandbox>/);
  });

  it("is for those who may manage flows, of their own organisation", async () => {
    for (const somebody of ["uwe@contoso.example", "frank@fabrikam.example"]) {
      const visitor = await signedIn(somebody);
      for (const path of [place, place.replace("preview?", "preview/frame?")]) {
        const told = await visitor.get(path);
        expect(told.html, somebody).not.toContain("Vos informations");
        expect(told.html, somebody).not.toContain("own-words");
      }
      const posted = await visitor.post(place, { csrf: "x", "words heading": "Ours now" });
      expect(posted.html).not.toContain("Ours now");
    }
    expect(await kept()).toBeUndefined();
    const flora = await signedIn("flora@contoso.example");
    const page = await flora.get(`${home}&flow=${theirs.name}`);
    expect(page.html).not.toContain(theirs.name);
  });

  it("takes no form of another page", async () => {
    const visitor = await signedIn("flora@contoso.example");
    const forged = { csrf: "forged", "words heading": "Pwned" };
    await visitor.post(place, forged);
    expect(await kept()).toBeUndefined();
    const seen = await visitor.post(place.replace("preview?", "preview/frame?"), forged);
    expect(seen.html).not.toContain("Pwned");
    expect((await freshFlow(machine, flow)).name).toBe("Vendors");
  });
});
