type Land = GeoJSON.FeatureCollection | GeoJSON.Feature;

/** To about a kilometre, as outlines of the whole world are. */
const rounded = (degrees: number) => Math.round(degrees * 100) / 100;

/**
 * Land whose shores go on beyond 180° rather than jump to the other side of the map, where peers would smear it across.
 * Without Antarctica, whose shore is no ring on a map.
 */
export function unfolded(land: Land): GeoJSON.Feature {
  const features = land.type === 'Feature' ? [land] : land.features;
  const polygons = features.flatMap(({geometry}) =>
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : [],
  );
  const coordinates = polygons
    .filter(([shore]) => shore!.every(([, lat]) => lat! > -80))
    .map((rings) => rings.map(unfoldedRing));
  return {type: 'Feature', properties: {}, geometry: {type: 'MultiPolygon', coordinates}};
}

function unfoldedRing(ring: GeoJSON.Position[]): GeoJSON.Position[] {
  let turns = 0;
  return ring.map(([lon, lat], index) => {
    const step = index === 0 ? 0 : lon! - ring[index - 1]![0]!;
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [rounded(lon! + 360 * turns), rounded(lat!)];
  });
}
