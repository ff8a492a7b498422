/** Leaflet with supercluster, as their own examples put them together: clusters of what is in view, anew after each move. */
import L from 'leaflet';
import Supercluster from 'supercluster';

import {featuresOf, type Feature} from '../shapes.js';
import {given, place, show, VIEW} from './given.js';

const MAX_ZOOM = 17;

async function draw(): Promise<void> {
  const [land, network] = await Promise.all([
    fetch('/land.json').then(async (response) => (await response.json()) as GeoJSON.Feature),
    given(featuresOf),
  ]);
  const map = L.map(place, {preferCanvas: true, attributionControl: false});
  map.setView([VIEW.lat, VIEW.lon], VIEW.zoom);
  L.geoJSON(land, {
    interactive: false,
    style: {color: '#99a', weight: 1, fillColor: '#eee', fillOpacity: 1},
  }).addTo(map);

  const index = new Supercluster<Feature['properties']>({radius: 56, extent: 256, maxZoom: MAX_ZOOM - 1});
  index.load(network.features);
  const marks = L.layerGroup().addTo(map);
  const update = (): void => {
    const bounds = map.getBounds();
    marks.clearLayers();
    for (const {geometry, properties} of index.getClusters(
      [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      map.getZoom(),
    ))
      marks.addLayer(markOf([geometry.coordinates[1]!, geometry.coordinates[0]!], properties));
  };
  map.on('moveend', update);
  update();
}

function markOf(at: L.LatLngTuple, properties: object): L.Layer {
  if (!('point_count' in properties)) return L.circleMarker(at, {radius: 5, weight: 1, fillOpacity: 0.8});
  const count = properties.point_count as number;
  const size = 20 + 6 * Math.log10(count);
  const text = document.createElement('div');
  text.textContent = String(count);
  return L.marker(at, {icon: L.divIcon({html: text, className: 'cluster', iconSize: [size, size]})});
}

show(draw);
