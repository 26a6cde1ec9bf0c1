// The sample partnership, after the one whose paper of 2010 this product exists for: its boards and joint
// objectives are that paper's, the kinds of organisation are real, the people are invented.
import type { Layer, Level, Role, Sector, Tier } from "#domain/meeting/registers.ts";

export const PARTNERSHIP = "Oxford Strategic Partnership";

type Partner = {
  readonly name: string;
  readonly code: string;
  readonly sector: Sector;
  readonly tier: Tier | null;
};

const partner = (code: string, name: string, sector: Sector, tier: Tier | null = null): Partner => ({
  code,
  name,
  sector,
  tier,
});

export const PARTNERS: readonly Partner[] = [
  partner("CTY", "City Council", "local-authority", "lower"),
  partner("CCL", "County Council", "local-authority", "upper"),
  partner("NHS", "NHS Primary Care", "other-public"),
  partner("POL", "Police", "other-public"),
  partner("FIR", "Fire and Rescue Service", "other-public"),
  partner("JCP", "Jobcentre", "other-public"),
  partner("ENV", "Environment Agency", "other-public"),
  partner("UNI", "The University", "education"),
  partner("BRK", "Brook Street University", "education"),
  partner("COL", "City College", "education"),
  partner("CHA", "Chamber of Commerce", "private"),
  partner("SCI", "Science Park", "private"),
  partner("RET", "Retail Forum", "private"),
  partner("VOL", "Voluntary Action", "voluntary-community"),
  partner("FTH", "Council of Faiths", "voluntary-community"),
  partner("TEN", "Tenants’ Federation", "voluntary-community"),
  partner("HOU", "Housing Association", "voluntary-community"),
];

export type SamplePerson = {
  readonly key: string;
  readonly name: string;
  readonly partner: string;
  readonly level: Level;
  readonly post: string;
  readonly elected: string | null;
};

const person = (
  key: string,
  name: string,
  partner: string,
  level: Level,
  post: string,
  elected: string | null = null,
): SamplePerson => ({ key, name, partner, level, post, elected });

export const PEOPLE: readonly SamplePerson[] = [
  person("calloway", "Ruth Calloway", "CTY", 4, "Leader of the council", "Leader"),
  person("adeyemi", "Tunde Adeyemi", "CTY", 4, "Chief executive"),
  person("marlowe", "Sian Marlowe", "CTY", 3, "Cabinet member for housing", "Cabinet member"),
  person("okafor", "Grace Okafor", "CTY", 3, "Director of regeneration"),
  person("brand", "Peter Brand", "CTY", 2, "Head of policy"),
  person("field", "Tomasz Field", "CTY", 1, "Partnership officer"),
  person("noor", "Amina Noor", "CTY", 1, "Partnership assistant"),
  person("hollis", "Joan Hollis", "CTY", 1, "Chair of overview and scrutiny", "Scrutiny member"),
  person("penrose", "Edward Penrose", "CCL", 3, "Cabinet member for communities", "Cabinet member"),
  person("lindqvist", "Karin Lindqvist", "CCL", 3, "Director for children and families"),
  person("ashby", "Mark Ashby", "CCL", 2, "Head of strategy"),
  person("devlin", "Maeve Devlin", "CCL", 2, "Head of commissioning"),
  person("sood", "Priya Sood", "NHS", 4, "Chief executive"),
  person("whitlock", "James Whitlock", "NHS", 3, "Director of public health"),
  person("carver", "Helen Carver", "POL", 4, "Area commander"),
  person("munro", "Iain Munro", "POL", 2, "Chief inspector"),
  person("tran", "Linh Tran", "FIR", 3, "Area manager"),
  person("boyle", "Sean Boyle", "FIR", 2, "Station commander"),
  person("hart", "Diane Hart", "JCP", 3, "District manager"),
  person("rowe", "Simon Rowe", "JCP", 1, "Partnership manager"),
  person("vance", "Laura Vance", "ENV", 2, "Partnerships lead"),
  person("haldane", "Margaret Haldane", "UNI", 3, "Pro-vice-chancellor"),
  person("ferris", "Daniel Ferris", "UNI", 2, "Head of community relations"),
  person("obi", "Chidi Obi", "BRK", 3, "Deputy vice-chancellor"),
  person("lam", "Wei Lam", "BRK", 2, "Head of engagement"),
  person("drury", "Pauline Drury", "COL", 4, "Principal"),
  person("kent", "Alan Kent", "COL", 3, "Vice-principal"),
  person("marsh", "Helen Marsh", "CHA", 4, "Chief executive"),
  person("bello", "Ade Bello", "CHA", 2, "Policy manager"),
  person("stone", "Richard Stone", "SCI", 4, "Managing director"),
  person("iqbal", "Nadia Iqbal", "SCI", 3, "Operations director"),
  person("pike", "Graham Pike", "RET", 4, "Chair"),
  person("lowe", "Tessa Lowe", "RET", 2, "Town centre manager"),
  person("farrow", "Jean Farrow", "VOL", 4, "Chief officer"),
  person("asante", "Kofi Asante", "VOL", 3, "Deputy chief officer"),
  person("rahman", "Yusuf Rahman", "FTH", 4, "Chair"),
  person("green", "Miriam Green", "FTH", 3, "Secretary"),
  person("doyle", "Frances Doyle", "TEN", 4, "Chair"),
  person("webb", "Carl Webb", "TEN", 2, "Committee member"),
  person("lister", "Anne Lister-Hughes", "HOU", 2, "Head of development"),
];

export type SampleSeat = {
  readonly code: string;
  readonly label: string;
  readonly partner: string;
  readonly level: Level;
  readonly full: boolean;
  readonly principal: string | null;
  readonly substitutes: readonly string[];
};

const seat = (
  code: string,
  partner: string,
  label: string,
  level: Level,
  principal: string | null,
  ...substitutes: readonly string[]
): SampleSeat => ({ code, partner, label, level, full: true, principal, substitutes });

export type SampleBoard = {
  readonly key: string;
  readonly name: string;
  readonly layer: Layer;
  readonly quorum: number;
  readonly detailLimit: number | null;
  readonly seats: readonly SampleSeat[];
  readonly roles: Readonly<Record<string, Role>>;
};

export const BOARDS: readonly SampleBoard[] = [
  {
    key: "strategic",
    name: "Strategic board",
    layer: "strategic",
    quorum: 8,
    detailLimit: 33,
    seats: [
      seat("LDR", "CTY", "City Council, leader", 4, "calloway", "marlowe"),
      seat("CEX", "CTY", "City Council, chief executive", 4, "adeyemi", "okafor"),
      seat("CAB", "CCL", "County Council, cabinet member", 3, "penrose", "ashby"),
      seat("DIR", "CCL", "County Council, director", 3, "lindqvist", "devlin"),
      seat("NHS", "NHS", "NHS Primary Care", 4, "sood", "whitlock"),
      seat("POL", "POL", "Police", 4, "carver", "munro"),
      seat("FIR", "FIR", "Fire and Rescue Service", 3, "tran", "boyle"),
      seat("JCP", "JCP", "Jobcentre", 3, "hart", "rowe"),
      seat("UNI", "UNI", "The University", 3, "haldane", "ferris"),
      seat("BRK", "BRK", "Brook Street University", 3, "obi", "lam"),
      seat("COL", "COL", "City College", 4, "drury", "kent"),
      seat("CHA", "CHA", "Chamber of Commerce", 4, "marsh", "bello"),
      seat("SCI", "SCI", "Science Park", 4, "stone", "iqbal"),
      seat("RET", "RET", "Retail Forum", 4, "pike", "lowe"),
      seat("VOL", "VOL", "Voluntary Action", 4, "farrow", "asante"),
      seat("FTH", "FTH", "Council of Faiths", 4, "rahman", "green"),
      seat("TEN", "TEN", "Tenants’ Federation", 4, "doyle", "webb"),
      seat("HOU", "HOU", "Housing Association", 3, null),
      { ...seat("ENV", "ENV", "Environment Agency, observer", 2, "vance"), full: false },
    ],
    roles: {
      haldane: "chair",
      calloway: "viceChair",
      field: "clerk",
      noor: "clerk",
      adeyemi: "member",
      penrose: "member",
      lindqvist: "member",
      sood: "member",
      whitlock: "member",
      carver: "member",
      munro: "member",
      tran: "member",
      boyle: "member",
      hart: "member",
      rowe: "member",
      ferris: "member",
      obi: "member",
      lam: "member",
      drury: "member",
      kent: "member",
      marsh: "member",
      bello: "member",
      stone: "member",
      iqbal: "member",
      pike: "member",
      lowe: "member",
      farrow: "member",
      asante: "member",
      rahman: "member",
      green: "member",
      doyle: "member",
      webb: "member",
      marlowe: "member",
      okafor: "member",
      ashby: "member",
      devlin: "member",
      brand: "adviser",
      vance: "observer",
      hollis: "scrutiny",
    },
  },
  {
    key: "executive",
    name: "Executive",
    layer: "executive",
    quorum: 4,
    detailLimit: null,
    seats: [
      seat("CTY", "CTY", "City Council", 3, "adeyemi", "okafor"),
      seat("CCL", "CCL", "County Council", 2, "ashby", "devlin"),
      seat("NHS", "NHS", "NHS Primary Care", 3, "whitlock"),
      seat("POL", "POL", "Police", 2, "munro"),
      seat("UNI", "UNI", "The University", 2, "ferris"),
      seat("COL", "COL", "City College", 3, "kent", "drury"),
      seat("CHA", "CHA", "Chamber of Commerce", 2, "bello", "marsh"),
      seat("SCI", "SCI", "Science Park", 3, "iqbal"),
      seat("VOL", "VOL", "Voluntary Action", 3, "asante", "farrow"),
      seat("FTH", "FTH", "Council of Faiths", 3, "green"),
    ],
    roles: {
      adeyemi: "chair",
      whitlock: "viceChair",
      field: "clerk",
      okafor: "member",
      ashby: "member",
      devlin: "member",
      munro: "member",
      ferris: "member",
      kent: "member",
      drury: "member",
      bello: "member",
      marsh: "member",
      iqbal: "member",
      asante: "member",
      farrow: "member",
      green: "member",
      brand: "adviser",
    },
  },
  {
    key: "low-carbon",
    name: "Low Carbon Oxford",
    layer: "operational",
    quorum: 3,
    detailLimit: null,
    seats: [
      seat("CTY", "CTY", "City Council", 3, "okafor", "brand"),
      seat("UNI", "UNI", "The University", 2, "ferris"),
      seat("BRK", "BRK", "Brook Street University", 2, "lam"),
      seat("SCI", "SCI", "Science Park", 3, "iqbal", "stone"),
      seat("CHA", "CHA", "Chamber of Commerce", 2, "bello"),
      seat("VOL", "VOL", "Voluntary Action", 3, "asante"),
      seat("ENV", "ENV", "Environment Agency", 2, "vance"),
    ],
    roles: {
      iqbal: "chair",
      ferris: "viceChair",
      noor: "clerk",
      okafor: "member",
      lam: "member",
      bello: "member",
      asante: "member",
      vance: "member",
    },
  },
  {
    key: "housing",
    name: "Affordable Housing Select Committee",
    layer: "operational",
    quorum: 3,
    detailLimit: null,
    seats: [
      seat("CTY", "CTY", "City Council", 3, "marlowe", "okafor"),
      seat("CCL", "CCL", "County Council", 2, "devlin"),
      seat("BRK", "BRK", "Brook Street University", 2, "lam"),
      seat("TEN", "TEN", "Tenants’ Federation", 4, "doyle", "webb"),
      seat("HOU", "HOU", "Housing Association", 2, "lister"),
      seat("FTH", "FTH", "Council of Faiths", 3, "green"),
    ],
    roles: {
      marlowe: "chair",
      doyle: "viceChair",
      noor: "clerk",
      devlin: "member",
      lam: "member",
      webb: "member",
      lister: "member",
      green: "member",
    },
  },
];

export const OBJECTIVES: readonly string[] = [
  "Regeneration Framework",
  "Low Carbon Oxford",
  "Affordable housing",
  "Health inequalities",
  "Safer, stronger communities",
  "Skills and work",
];

export const POTS: readonly string[] = ["Reward grant", "Regeneration fund", "Partnership support budget"];
