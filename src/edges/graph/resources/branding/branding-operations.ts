import type { OperationTable } from "../../operation-table.ts";
import { brandingBody, newLocalizationBody } from "./branding-body.ts";

const reading = {
  delegated: [
    "User.Read",
    "User.ReadBasic.All",
    "User.Read.All",
    "OrganizationalBranding.Read.All",
    "OrganizationalBranding.ReadWrite.All",
    "Organization.Read.All",
    "Organization.ReadWrite.All",
  ],
  application: [
    "OrganizationalBranding.Read.All",
    "OrganizationalBranding.ReadWrite.All",
    "Organization.Read.All",
    "Organization.ReadWrite.All",
  ],
};
const writing = {
  delegated: ["OrganizationalBranding.ReadWrite.All", "Organization.ReadWrite.All"],
  application: ["OrganizationalBranding.ReadWrite.All", "Organization.ReadWrite.All"],
};

export const brandingOperations = {
  "GET /organization/:id/branding": { summary: "Read how the organisation's pages look", ...reading },
  "PATCH /organization/:id/branding": {
    summary: "Change how the organisation's pages look",
    ...writing,
    body: brandingBody,
  },
  "DELETE /organization/:id/branding": { summary: "Remove the branding", ...writing },
  "GET /organization/:id/branding/localizations": { summary: "List the brandings by language", ...reading },
  "POST /organization/:id/branding/localizations": {
    summary: "Add a branding for a language",
    ...writing,
    body: newLocalizationBody,
  },
  "GET /organization/:id/branding/localizations/:locale": {
    summary: "Read the branding for a language",
    ...reading,
  },
  "PATCH /organization/:id/branding/localizations/:locale": {
    summary: "Change the branding for a language",
    ...writing,
    body: brandingBody,
  },
  "DELETE /organization/:id/branding/localizations/:locale": {
    summary: "Remove the branding for a language",
    ...writing,
  },
  "GET /organization/:id/branding/localizations/:locale/:file": {
    summary: "Read a logo, picture or stylesheet for a language",
    ...reading,
  },
  "PUT /organization/:id/branding/localizations/:locale/:file": {
    summary: "Upload a logo, picture or stylesheet for a language",
    ...writing,
  },
  "DELETE /organization/:id/branding/localizations/:locale/:file": {
    summary: "Remove a logo, picture or stylesheet for a language",
    ...writing,
  },
  "GET /organization/:id/branding/:file": { summary: "Read a logo, picture or stylesheet", ...reading },
  "PUT /organization/:id/branding/:file": { summary: "Upload a logo, picture or stylesheet", ...writing },
  "PATCH /organization/:id/branding/:file": { summary: "Upload a logo, picture or stylesheet", ...writing },
  "DELETE /organization/:id/branding/:file": { summary: "Remove a logo, picture or stylesheet", ...writing },
} as const satisfies OperationTable;
