import type { ProfileId } from '#app/domain/profile/profile.ts';

/** Where invented complaints come from: region, its share, places in it. */
export interface Place {
  readonly region: string;
  readonly weight: number;
  readonly communes: readonly string[];
}

export const PLACES: Readonly<Record<ProfileId, readonly Place[]>> = {
  ma: [
    { region: 'MA-06', weight: 24, communes: ['Casablanca', 'Mohammédia', 'Settat', 'El Jadida'] },
    { region: 'MA-04', weight: 15, communes: ['Rabat', 'Salé', 'Kénitra', 'Témara'] },
    { region: 'MA-07', weight: 12, communes: ['Marrakech', 'Safi', 'Essaouira'] },
    { region: 'MA-03', weight: 12, communes: ['Fès', 'Meknès', 'Ifrane'] },
    { region: 'MA-01', weight: 11, communes: ['Tanger', 'Tétouan', 'Al Hoceïma'] },
    { region: 'MA-09', weight: 9, communes: ['Agadir', 'Taroudant', 'Tiznit'] },
    { region: 'MA-02', weight: 6, communes: ['Oujda', 'Nador', 'Berkane'] },
    { region: 'MA-05', weight: 5, communes: ['Béni Mellal', 'Khouribga'] },
    { region: 'MA-08', weight: 3, communes: ['Errachidia', 'Ouarzazate'] },
    { region: 'MA-10', weight: 1, communes: ['Guelmim'] },
    { region: 'MA-11', weight: 2, communes: ['Laâyoune'] },
  ],
  ch: [
    { region: 'CH-ZH', weight: 20, communes: ['Zürich', 'Winterthur', 'Uster'] },
    { region: 'CH-BE', weight: 14, communes: ['Bern', 'Biel', 'Thun'] },
    { region: 'CH-VD', weight: 12, communes: ['Lausanne', 'Yverdon-les-Bains'] },
    { region: 'CH-AG', weight: 9, communes: ['Aarau', 'Baden'] },
    { region: 'CH-GE', weight: 8, communes: ['Genève', 'Carouge'] },
    { region: 'CH-SG', weight: 7, communes: ['St. Gallen', 'Rapperswil-Jona'] },
    { region: 'CH-LU', weight: 6, communes: ['Luzern', 'Sursee'] },
    { region: 'CH-BS', weight: 5, communes: ['Basel'] },
    { region: 'CH-TI', weight: 4, communes: ['Lugano', 'Bellinzona'] },
    { region: 'CH-VS', weight: 4, communes: ['Sion', 'Visp'] },
    { region: 'CH-GR', weight: 3, communes: ['Chur', 'Davos'] },
    { region: 'CH-NE', weight: 3, communes: ['Neuchâtel', 'La Chaux-de-Fonds'] },
  ],
  bf: [
    { region: 'BF-03', weight: 34, communes: ['Ouagadougou', 'Komsilga'] },
    { region: 'BF-09', weight: 20, communes: ['Bobo-Dioulasso', 'Houndé'] },
    { region: 'BF-06', weight: 10, communes: ['Koudougou', 'Réo'] },
    { region: 'BF-10', weight: 7, communes: ['Ouahigouya', 'Yako'] },
    { region: 'BF-02', weight: 7, communes: ['Banfora'] },
    { region: 'BF-04', weight: 6, communes: ['Tenkodogo', 'Koupéla'] },
    { region: 'BF-05', weight: 5, communes: ['Kaya'] },
    { region: 'BF-08', weight: 5, communes: ["Fada N'Gourma"] },
    { region: 'BF-01', weight: 4, communes: ['Dédougou'] },
    { region: 'BF-13', weight: 2, communes: ['Gaoua'] },
  ],
  fr: [
    { region: 'FR-IDF', weight: 20, communes: ['Paris', 'Montreuil', 'Versailles', 'Créteil'] },
    { region: 'FR-ARA', weight: 12, communes: ['Lyon', 'Grenoble', 'Clermont-Ferrand'] },
    { region: 'FR-HDF', weight: 10, communes: ['Lille', 'Amiens', 'Arras'] },
    { region: 'FR-NAQ', weight: 10, communes: ['Bordeaux', 'Limoges', 'Mont-de-Marsan'] },
    { region: 'FR-OCC', weight: 9, communes: ['Toulouse', 'Montpellier', 'Rodez'] },
    { region: 'FR-GES', weight: 9, communes: ['Strasbourg', 'Reims', 'Nancy'] },
    { region: 'FR-PAC', weight: 8, communes: ['Marseille', 'Nice', 'Gap'] },
    { region: 'FR-BRE', weight: 6, communes: ['Rennes', 'Brest'] },
    { region: 'FR-PDL', weight: 6, communes: ['Nantes', 'Angers'] },
    { region: 'FR-NOR', weight: 5, communes: ['Rouen', 'Caen'] },
    { region: 'FR-BFC', weight: 4, communes: ['Dijon', 'Chalon-sur-Saône'] },
    { region: 'FR-974', weight: 1, communes: ['Saint-Denis'] },
  ],
};
