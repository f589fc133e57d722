import { expect, it } from "vitest";
import type { TenantId } from "../../../foundation/identifiers.ts";
import { type AddressKnowledge, homeRealm } from "./home-realm.ts";

const contoso = "11111111-0000-4000-8000-000000000000" as TenantId;
const fabrikam = "22222222-0000-4000-8000-000000000000" as TenantId;

const unknown: AddressKnowledge = {
  address: "bert@fabrikam.example",
  tenantId: contoso,
  memberOf: undefined,
  domainOwner: undefined,
  linkedIssuer: undefined,
  byInvitation: false,
  emailCodeEnabled: true,
};
const { address } = unknown;

it("asks a member of the tenant for their password", () => {
  expect(homeRealm({ ...unknown, memberOf: contoso, domainOwner: contoso })).toEqual({
    kind: "password",
    address,
  });
});

it("sends a member of another tenant there", () => {
  expect(homeRealm({ ...unknown, memberOf: fabrikam })).toEqual({
    kind: "tenant",
    homeTenantId: fabrikam,
    address,
  });
});

it("does not tell whether an address of an owned domain exists", () => {
  const absent = homeRealm({ ...unknown, domainOwner: fabrikam });
  expect(absent).toEqual(homeRealm({ ...unknown, memberOf: fabrikam, domainOwner: fabrikam }));
});

it("mails a code to an invited person who has no account in the tenant of their domain", () => {
  expect(homeRealm({ ...unknown, domainOwner: fabrikam, byInvitation: true })).toEqual({
    kind: "email-code",
    address,
  });
});

it("mails a code to everybody else", () => {
  expect(homeRealm(unknown)).toEqual({ kind: "email-code", address });
});

it("keeps a guest with the provider they accepted with, whatever else could be", () => {
  expect(homeRealm({ ...unknown, linkedIssuer: "mail", memberOf: fabrikam, domainOwner: fabrikam })).toEqual({
    kind: "email-code",
    address,
  });
  expect(homeRealm({ ...unknown, linkedIssuer: `tenant:${fabrikam}` })).toEqual({
    kind: "tenant",
    homeTenantId: fabrikam,
    address,
  });
});

it("has no way when codes are switched off and nothing else is known", () => {
  expect(homeRealm({ ...unknown, emailCodeEnabled: false })).toBeUndefined();
});
