/** How fast the narrow door is beside plain HAPI, on one machine: both servers, one database server, one driver. */
package nl.inzage.bench.speed;
