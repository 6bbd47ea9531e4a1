/**
 * The Efficient Java Matrix Library's core and dense parts as one module.
 *
 * <p>EJML's own jars have no module descriptor. This module must never stand on one path with them.
 * The classes that read MATLAB files or draw matrices need libraries that are not here, and fail to
 * load; nothing else refers to them.
 */
module planish.ejml {
  requires static java.desktop;

  exports org.ejml;
  exports org.ejml.concurrency;
  exports org.ejml.data;
  exports org.ejml.dense.block;
  exports org.ejml.dense.block.decomposition.bidiagonal;
  exports org.ejml.dense.block.decomposition.chol;
  exports org.ejml.dense.block.decomposition.hessenberg;
  exports org.ejml.dense.block.decomposition.qr;
  exports org.ejml.dense.block.linsol.chol;
  exports org.ejml.dense.block.linsol.qr;
  exports org.ejml.dense.fixed;
  exports org.ejml.dense.row;
  exports org.ejml.dense.row.decomposition;
  exports org.ejml.dense.row.decomposition.bidiagonal;
  exports org.ejml.dense.row.decomposition.chol;
  exports org.ejml.dense.row.decomposition.eig;
  exports org.ejml.dense.row.decomposition.eig.symm;
  exports org.ejml.dense.row.decomposition.eig.watched;
  exports org.ejml.dense.row.decomposition.hessenberg;
  exports org.ejml.dense.row.decomposition.lu;
  exports org.ejml.dense.row.decomposition.qr;
  exports org.ejml.dense.row.decomposition.svd;
  exports org.ejml.dense.row.decomposition.svd.implicitqr;
  exports org.ejml.dense.row.factory;
  exports org.ejml.dense.row.linsol;
  exports org.ejml.dense.row.linsol.chol;
  exports org.ejml.dense.row.linsol.lu;
  exports org.ejml.dense.row.linsol.qr;
  exports org.ejml.dense.row.linsol.svd;
  exports org.ejml.dense.row.misc;
  exports org.ejml.dense.row.mult;
  exports org.ejml.generic;
  exports org.ejml.interfaces;
  exports org.ejml.interfaces.decomposition;
  exports org.ejml.interfaces.linsol;
  exports org.ejml.masks;
  exports org.ejml.ops;
  exports org.ejml.sparse;
  exports pabeles.concurrency;
}
