/** MapLibre GL with clusters of its own, no tiles and no glyphs: the count of a cluster is told by its size alone. */
import {Map as MapLibre, type StyleSpecification} from 'maplibre-gl';

import {featuresOf} from '../shapes.js';
import {file, given, place, show, VIEW} from './given.js';

/** Its world is 512 pixels wide at zoom 0. */
const ZOOM = VIEW.zoom - 1;

async function draw(): Promise<void> {
  const style: StyleSpecification = {
    version: 8,
    sources: {
      land: {type: 'geojson', data: new URL('/land.json', location.href).href},
      groups: {
        type: 'geojson',
        // Its workers read a file themselves.
        data: file === undefined ? await given(featuresOf) : new URL(file, location.href).href,
        cluster: true,
        clusterRadius: 56,
      },
    },
    layers: [
      {id: 'land', type: 'fill', source: 'land', paint: {'fill-color': '#eee', 'fill-outline-color': '#99a'}},
      {
        id: 'clusters',
        type: 'circle',
        source: 'groups',
        filter: ['has', 'point_count'],
        paint: {
          'circle-color': '#7aa',
          'circle-radius': ['+', 10, ['*', 3, ['log10', ['get', 'point_count']]]],
        },
      },
      {
        id: 'groups',
        type: 'circle',
        source: 'groups',
        filter: ['!', ['has', 'point_count']],
        paint: {'circle-color': '#36c', 'circle-radius': 5},
      },
    ],
  };
  const map = new MapLibre({
    container: place,
    style,
    center: [VIEW.lon, VIEW.lat],
    zoom: ZOOM,
    fadeDuration: 0,
    attributionControl: false,
  });
  await map.once('idle');
}

show(draw);
