// The coastline around some places, from Natural Earth's land shapes. Loaded with the map only.
import { geoMercator, geoPath, type GeoProjection } from "d3-geo";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import land from "world-atlas/land-10m.json?raw";

type Ring = [number, number][];
type Polygon = Ring[];

let polygons: { rings: Polygon; west: number; south: number; east: number; north: number }[] = [];

function all() {
  if (polygons.length > 0) return polygons;
  const topology = JSON.parse(land) as Topology<{ land: GeometryCollection }>;
  const shapes = feature(topology, topology.objects.land);
  polygons = shapes.features.flatMap(({ geometry }) => {
    if (geometry.type === "Polygon") return [bounded(geometry.coordinates as Polygon)];
    if (geometry.type !== "MultiPolygon") return [];
    return (geometry.coordinates as Polygon[]).map(bounded);
  });
  return polygons;
}

function bounded(rings: Polygon) {
  const box = { rings, west: 180, south: 90, east: -180, north: -90 };
  for (const [longitude, latitude] of rings[0] ?? []) {
    box.west = Math.min(box.west, longitude);
    box.east = Math.max(box.east, longitude);
    box.south = Math.min(box.south, latitude);
    box.north = Math.max(box.north, latitude);
  }
  return box;
}

export interface Place {
  latitude: number;
  longitude: number;
}
export interface View {
  centre: Place;
  /** Pixels a radian. */
  scale: number;
}
export interface Frame {
  width: number;
  height: number;
}

/** The smallest view that shows every place with room around, and never less than a town. */
export function viewOf(places: readonly Place[], frame: Frame): View {
  const margin = 72;
  const least = 0.04;
  const around = places.flatMap(({ latitude, longitude }) => [
    [longitude - least, latitude - least],
    [longitude + least, latitude + least],
  ]);
  const projection = geoMercator().fitExtent(
    [
      [margin, margin],
      [frame.width - margin, frame.height - margin],
    ],
    { type: "MultiPoint", coordinates: around },
  );
  const [longitude = 0, latitude = 0] =
    projection.invert?.([frame.width / 2, frame.height / 2]) ?? [];
  return { centre: { longitude, latitude }, scale: projection.scale() };
}

export function projectionOf(view: View, frame: Frame): GeoProjection {
  return geoMercator()
    .center([view.centre.longitude, view.centre.latitude])
    .scale(view.scale)
    .translate([frame.width / 2, frame.height / 2])
    .clipExtent([
      [-8, -8],
      [frame.width + 8, frame.height + 8],
    ]);
}

/** The land in view as an SVG path. */
export function landPath(view: View, frame: Frame): string {
  const projection = projectionOf(view, frame);
  const corner = (x: number, y: number) => projection.invert?.([x, y]) ?? [0, 0];
  const [west = 0, north = 0] = corner(-8, -8);
  const [east = 0, south = 0] = corner(frame.width + 8, frame.height + 8);
  const near = all().filter(
    (one) => one.west <= east && one.east >= west && one.south <= north && one.north >= south,
  );
  const coordinates = near.map((one) => one.rings);
  return geoPath(projection)({ type: "MultiPolygon", coordinates }) ?? "";
}
